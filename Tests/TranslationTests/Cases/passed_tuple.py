import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Rotated(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, positions):
        cos, sin = positions
        return self.proj(x) * cos + x * sin


class RotatedLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.rotated = Rotated()

    def __call__(self, x: mx.array, positions: mx.array) -> mx.array:
        return self.rotated(x, positions)


class PassedTuple(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [RotatedLayer() for _ in range(2)]

    def __call__(self, x):
        positions = (mx.cos(x), mx.sin(x))
        for layer in self.layers:
            x = layer(x, positions=positions)
        return x


# input: [2, 4]
