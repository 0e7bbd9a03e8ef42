import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Membership(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.labels = config.labels
        self.kind = config.activation

    def __call__(self, x):
        if self.kind in ["silu", "swish"]:
            x = nn.silu(x)
        if "full" not in self.labels:
            x = x * 2
        if "gelu" in self.kind:
            x = nn.gelu(x)
        return x


# run: {"labels": ["full"]}
# run: {"labels": ["a"], "activation": "gelu_fast"}
# run: {"labels": [], "activation": "swish"}
