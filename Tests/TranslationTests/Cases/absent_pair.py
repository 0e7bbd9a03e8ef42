import mlx.core as mx
import mlx.nn as nn
from typing import Optional, Tuple
from .configuration import ModelConfig


class PairTurned(nn.Module):
    def __call__(self, x, angles: Optional[Tuple[mx.array, mx.array]] = None):
        cos, sin = angles
        return x * cos + x * sin


class AbsentPair(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.turned = PairTurned()

    def __call__(self, x):
        return self.turned(x, (mx.cos(x), mx.sin(x)))
