import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def pad_width(padding, shape):
    widths = [(0, 0)] * len(shape)
    if len(padding) >= 2:
        widths[-1] = (padding[0], padding[1])
    if len(padding) >= 4:
        widths[-2] = (padding[2], padding[3])
    return widths


class PaddingOfAnyLength(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.padding = (1, 0, 0, config.num_layers)
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        y = mx.pad(self.proj(x), pad_width((0, 1), x.shape))
        y = mx.pad(y, pad_width(self.padding, y.shape))
        sizes = [0] * 2
        sizes[1] = 2
        return mx.pad(y, pad_width(tuple(sizes), y.shape))


# run: {}
# input: [2, 3, 4]
