import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig, Projection


class OtherDoubling(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def doubled(self, x, factor: int = 2):
        return self.proj(x) * factor

    def __call__(self, x):
        return self.doubled(x)


class MethodByClass(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)
        self.other = OtherDoubling(config)

    def __call__(self, x):
        y = OtherDoubling.doubled(self, x, factor=3)
        return self.other(y)
