from typing import Tuple

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SuffixNorm(nn.Module):
    def __init__(self, dims: int, feature_dims: Tuple[int]):
        super().__init__()
        self.dims = dims
        self.feature_dims = tuple(feature_dims)
        self.axes = tuple(range(1, 2 + len(self.feature_dims)))

    def __call__(self, x):
        suffix = self.feature_dims + (self.dims,)
        if x.shape[1:] != suffix:
            return x
        shape = (1, 1, self.dims)
        y = x - mx.mean(x, axis=self.axes, keepdims=True)
        return y * mx.ones((1,) * len(suffix)) + mx.arange(self.dims).reshape(shape)


class OneElementTuple(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.norm = SuffixNorm(config.hidden_size, feature_dims=(config.num_layers + 1,))

    def __call__(self, x):
        y = self.norm(x)
        if y.shape != (x.shape[0], 3, 4):
            y = y + 1
        return y


# run: {}
# run: {"num_layers": 3}
# input: [2, 3, 4]
