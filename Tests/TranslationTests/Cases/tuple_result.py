import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

EPS = 1e-6
NAME = "silu"
SIZES = [1, 2]


class TupleResult(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        a, b = self.split(x)
        pair = self.split(a)
        return pair[0] + pair[1] + b

    def split(self, x):
        return self.proj(x), x
