import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class IfElifElse(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.kind = config.activation

    def __call__(self, x):
        if self.kind == "silu":
            return nn.silu(x)
        elif self.kind == "relu":
            return nn.relu(x)
        else:
            return nn.gelu(x)


# run: {}
# run: {"activation": "gelu"}
# run: {"activation": "relu"}
# run: {"activation": "x"}
