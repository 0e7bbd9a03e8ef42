import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SetDisplay(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if self.config.activation in {"silu", "gelu"}:
            return x
        return self.proj(x)


# run: {}
# run: {"activation": "relu"}
