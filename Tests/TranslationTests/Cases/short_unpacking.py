import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ShortUnpacking(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.bits = config.hidden_size

    def __call__(self, x):
        weight, scales = mx.quantize(x)
        return weight
