import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ArrayOfEither(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.is_shifted = config.use_bias

    def shift(self, delta: mx.array, rows: int) -> mx.array:
        delta = mx.array(3 + delta if self.is_shifted else 0)
        if delta.ndim == 0:
            delta = mx.expand_dims(delta, axis=0)
        return mx.tile(delta, (rows, 1))

    def __call__(self, x):
        return x + self.shift(mx.array([[1]]), x.shape[0])


# run: {}
# run: {"use_bias": true}
# input: [3, 4]
