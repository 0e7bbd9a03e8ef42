import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AndOfNumbers(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.size = config.hidden_size and config.num_layers

    def __call__(self, x):
        return x * self.size
