import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ArraySlices(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.window = config.hidden_size

    def __call__(self, x):
        last = x[:, -1:, :]
        first = x[:, : self.window]
        even = x[..., ::2]
        odd = x[..., 1::2]
        wide = x[:, None, :]
        row = x[0]
        tail = x[:, 1 : self.window]
        return last + first + even + odd + wide + row + tail


# input: [1, 2, 2]
