import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StarCall(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        parts = [x, x]
        return self.add(*parts)

    def add(self, a, b):
        return a + b
