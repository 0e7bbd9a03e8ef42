import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class JsonEntries(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = 1.0
        if config.rope_scaling and config.rope_scaling["type"] == "linear":
            assert isinstance(config.rope_scaling["factor"], float)
            self.scale = 1 / config.rope_scaling["factor"]
        if config.rope_scaling is not None:
            self.scale = self.scale * config.rope_scaling.get("extra", 2.0)
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.scale


# run: {}
# run: {"rope_scaling": {"type": "linear", "factor": 2.5}}
# run: {"rope_scaling": {"type": "x", "extra": 0.5}}
# fails: {"rope_scaling": {"type": "linear", "factor": 2}}
