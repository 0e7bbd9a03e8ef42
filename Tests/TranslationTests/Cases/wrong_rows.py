import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class WrongRows(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.width = config.num_layers

    def __call__(self, x):
        total = mx.zeros_like(x)
        for a, b in x:
            total = total + a * b
        return total


# fails: {}
# input: [2, 3]
