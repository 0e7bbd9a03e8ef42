import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class WhileLoop(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.n = config.num_layers

    def __call__(self, x):
        i = 0
        while i < self.n:
            x = x * 2
            i += 1
        return x


# run: {"num_layers": 4}
# run: {"num_layers": 0}
