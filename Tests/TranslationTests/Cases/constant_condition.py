import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

EPS = 1e-6
NAME = "silu"
SIZES = [1, 2]


class ConstantCondition(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if True:
            x = x + 1
        if x.ndim is None:
            x = x + 2
        while True:
            x = x + 3
            break
        return x
