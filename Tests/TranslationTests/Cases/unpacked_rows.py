import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class UnpackedRows(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.width = config.num_layers

    def __call__(self, x):
        total = mx.zeros_like(x)
        for a, b, c in x:
            total = total + a * b - c
        for i, (a, b, c) in enumerate(x):
            total = total + (a + i) * (c - b)
        for row, (a, b, c) in zip(x, x * self.width):
            total = total + row * a + b * c
        return total + sum(a * b + c for a, b, c in x)


# run: {}
# input: [2, 3]
