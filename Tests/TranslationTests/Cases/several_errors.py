import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SeveralErrors(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        y = mx.frobnicate(x)
        del y
        z = undefined_name + 1
        return self.proj(x) + z
