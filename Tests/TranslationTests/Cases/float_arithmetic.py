import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class FloatArithmetic(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.a = config.hidden_size / config.num_layers
        self.b = config.hidden_size**-0.5
        self.c = 1 / config.scale + 2
        self.d = config.scale**2
        self.e = config.hidden_size * config.eps

    def __call__(self, x):
        return x * self.a * self.b * self.c * self.d * self.e


# run: {}
# run: {"scale": 3.7, "hidden_size": 9}
