import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class UnderscoredNames(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        x_ = x * 2
        _x = self.proj(x_)
        sizes = [n_ for n_ in x.shape]
        return x + x_ - _x + len(sizes)
