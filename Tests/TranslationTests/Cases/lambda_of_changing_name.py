import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class LambdaOfChangingName(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        factor = 1
        for size in range(config.num_layers):
            factor = factor + size
        self.scaled = lambda x: x * factor

    def __call__(self, x):
        return self.scaled(x)
