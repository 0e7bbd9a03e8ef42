import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class DtypeConversion(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        y = x.astype(mx.float32)
        z = mx.zeros(x.shape, dtype=x.dtype)
        return (self.proj(y) + z).astype(x.dtype)
