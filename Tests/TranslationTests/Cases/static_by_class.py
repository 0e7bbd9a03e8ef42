import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StaticByClass(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    @staticmethod
    def shifted(x, n: int):
        return StaticByClass.doubled(x) + n

    @staticmethod
    def doubled(x):
        return x * 2

    def __call__(self, x):
        return StaticByClass.shifted(self.proj(x), 3)
