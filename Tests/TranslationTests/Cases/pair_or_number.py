import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def listed(x):
    return [x] if isinstance(x, int) else list(x)


class PairOrNumber(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.size = (config.num_layers, 1)
        self.stride = config.num_layers

    def pair(self, x):
        if isinstance(x, (list, tuple)):
            return tuple(x)
        return (x, x)

    def __call__(self, x):
        size = self.pair(self.size)
        stride = self.pair(self.stride)
        sizes = listed(self.stride) + listed(self.size)
        rows = mx.zeros((size[0], size[1] * stride[1])) + len(sizes)
        return x[..., : stride[0]] @ rows.T


# input: [2, 4]
