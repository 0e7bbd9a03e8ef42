import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class FormattedAscii(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)
        if config.activation == "gelu":
            raise ValueError(f"no {config.activation!a} with {config.hidden_size!a}")

    def __call__(self, x):
        if f"{self.config.activation!a}" == "'silu'":
            return x
        return self.proj(x)
