import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StaticMethod(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    @staticmethod
    def twice(x):
        return x * 2

    def __call__(self, x):
        return self.twice(self.proj(x))
