import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class NumberBesideArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        scale = mx.abs(x) if x.shape[0] > 1 else 2
        return self.proj(x) * scale
