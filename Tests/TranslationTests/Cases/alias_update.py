import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AliasUpdate(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        residual = x
        y = self.proj(x)
        y += residual
        return y - residual
