import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Assertions(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        assert config.hidden_size % 2 == 0, "odd"
        if config.window is not None:
            if config.window < 0:
                raise ValueError("window is negative")
        if config.activation not in ["silu", "gelu"]:
            raise ValueError("Unknown activation: " + config.activation)
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        assert x.ndim == 3
        return self.proj(x)


# run: {"window": 3}
# fails: {"hidden_size": 3}
# fails: {"window": -1}
# fails: {"activation": "relu"}
# input: [2, 3, 4]
