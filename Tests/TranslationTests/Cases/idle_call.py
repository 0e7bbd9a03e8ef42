import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class IdleCall(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def fused(self, x: mx.array):
        if x.ndim != 3 or not mx.metal.is_available():
            return None
        return x * 2

    def plain(self, x: mx.array):
        return self.proj(x)

    def __call__(self, x: mx.array) -> mx.array:
        y = self.fused(x)
        if y is not None:
            return y
        y = self.plain(x)
        return y + x
