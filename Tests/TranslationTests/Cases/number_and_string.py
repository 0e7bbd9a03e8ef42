import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class NumberAndString(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        layers = 2 * config.num_layers
        self.width = 4 if layers == "auto" else layers
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.width
