import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class UnreadLoopNames(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(3)]

    def __call__(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x)
        for i, layer in enumerate(self.layers):
            x = x + i
        for (i, layer), scale in zip(enumerate(self.layers), [2, 3, 4]):
            x = x * scale
        for i, layer in enumerate(self.layers):
            continue
        if x.ndim == 1:
            head_dim = None
            raise ValueError(f"one dimension, {head_dim}")
        return x
