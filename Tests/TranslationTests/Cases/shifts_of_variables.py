import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def _encode(x: mx.array, mantissa: int) -> mx.array:
    drop = 23 - mantissa
    bits = x.view(mx.uint32)
    half = (bits >> (drop - 1)) & 1
    sticky = (bits & ((1 << (drop - 1)) - 1)) != 0
    return (bits >> drop) + (half & sticky.astype(mx.uint32))


class ShiftsOfVariables(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.norm = nn.RMSNorm(4)
        levels = 3
        self.steps = (1 << levels) + (-37 >> levels)

    def __call__(self, x: mx.array) -> mx.array:
        return self.norm(x) * self.steps

    def sanitize(self, weights):
        return {key: _encode(value, 3) for key, value in weights.items()}


# weights: {"norm.weight": [4], "scales": [2, 3]}
