import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RefusedCall(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.is_empty = config.use_bias

    def __call__(self, x):
        if self.is_empty:
            y = mx.empty(0, 4, dtype=x.dtype)
        else:
            y = mx.empty((2, 4), dtype=x.dtype) + mx.empty(4)
        return x + y


# run: {}
# fails: {"use_bias": true}
# input: [2, 4]
