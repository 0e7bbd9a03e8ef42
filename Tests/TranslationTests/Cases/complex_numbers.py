import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ComplexNumbers(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        angles = mx.arange(2, dtype=mx.float32)
        rotation = mx.cos(angles) + 1j * mx.sin(angles)
        pairs = self.proj(x).reshape(-1, 2, 2)
        turned = (pairs[..., 0] + 1j * pairs[..., 1]) * rotation
        return mx.stack([mx.real(turned), mx.imag(turned)], axis=-1).reshape(*x.shape)


# input: [2, 4]
