import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class FormattedConversion(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)
        if config.activation == "gelu":
            raise ValueError(f"no {config.activation!r} with {config.hidden_size!r}")

    def __call__(self, x):
        if f"{self.config.activation!r}" == "'silu'":
            return x
        return self.proj(x)
