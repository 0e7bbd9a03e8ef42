import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class NoneForDefault(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4, bias=None)

    def __call__(self, x):
        return self.proj(x)
