import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ArrayArithmetic(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = config.scale

    def __call__(self, x):
        y = (x - mx.mean(x, axis=-1, keepdims=True)) * self.scale
        z = -x / (1 + y**2)
        return y @ z - (y - z)


# input: [2, 4, 4]
