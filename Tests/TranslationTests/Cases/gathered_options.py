import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OptionScaled(nn.Module):
    def __init__(self, dims, factor=1.0, low=2, high=3):
        super().__init__()
        self.proj = nn.Linear(dims, dims)
        self.factor = factor * low / high

    def __call__(self, x):
        return self.proj(x) * self.factor


class GatheredOptions(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        options = {
            key: config.rope_scaling[key]
            for key in ["factor", "low"]
            if key in config.rope_scaling
        }
        self.layer = OptionScaled(config.hidden_size, **options)

    def __call__(self, x):
        return self.layer(x)


# run: {"rope_scaling": {}}
# run: {"rope_scaling": {"factor": 2.5, "low": 3, "high": 7}}
# fails: {}
