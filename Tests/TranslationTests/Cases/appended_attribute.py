import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AppendedAttribute(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.sources = []
        for i in range(config.num_layers):
            if i < 2:
                self.sources.append(i)
            else:
                self.sources.append(0)

    def __call__(self, x):
        for source in self.sources:
            x = x + source
        return x
