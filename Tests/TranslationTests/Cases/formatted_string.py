import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class FormattedString(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.name = f"layers.{config.num_layers}.{config.activation}"
        if config.hidden_size < 1:
            raise ValueError(f"hidden_size is {config.hidden_size}")

    def __call__(self, x):
        if self.name == "layers.2.silu":
            return self.proj(x)
        return x


# run: {}
# run: {"num_layers": 12, "activation": "gelu"}
