import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class CarriedValue(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x):
        for i, layer in enumerate(self.layers):
            if i % 2 == 0:
                shared = layer(x)
            x = x + shared
        return x
