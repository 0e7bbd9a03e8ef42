import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Base(nn.Module):
    def __init__(self, config: ModelConfig, width: int):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(config.hidden_size, width)
        self.gain = 2

    def scaled(self, x):
        return x * self.gain

    def mix(self, x):
        return self.scaled(self.proj(x))


class InheritedMethods(Base, nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__(config, config.hidden_size * 2)
        self.gain = 3

    def scaled(self, x):
        return super().scaled(x) + 1

    def __call__(self, x):
        return self.mix(x)
