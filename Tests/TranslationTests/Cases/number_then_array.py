import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def make_slopes(n: int):
    if n > 2:
        slopes = [1.0 / (i + 1) for i in range(n)]
    else:
        slopes = [0.5] * n
    slopes = mx.array(slopes, dtype=mx.float32)
    return -slopes


class NumberThenArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.slopes = make_slopes(config.hidden_size)
        self.limit = config.window

    def shifted(self, low, high):
        if low == high:
            high += 0.5
        return high - low

    def __call__(self, x):
        offset = 0
        if x.shape[0] > 1:
            offset = x.shape[0]
        offset = mx.array(offset)
        pad = (1,) * (4 - x.ndim) + tuple(x.shape)
        if self.limit is not None or self.shifted(1, x.shape[0]) > 2:
            offset = offset + len(pad)
        parts = []
        for i in range(2):
            parts.append(x * i)
        parts = mx.stack(parts)
        return x + mx.sum(parts, axis=0) + offset + mx.sum(self.slopes)
