import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StarredAssignment(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        first, *rest = x.shape
        *lead, last = x.shape
        *_, width = self.proj(x).shape
        start, *middle, end = (self.proj(x) + first).shape
        ones = mx.ones(middle)
        return self.proj(x).reshape(*lead, last) * width + mx.sum(ones) * len(rest) + start * end
