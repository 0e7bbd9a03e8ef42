import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ParameterArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.weight = mx.ones((config.hidden_size,))
        self.bias = mx.zeros((config.hidden_size,), dtype=mx.float32)
        self.eps = config.eps

    def __call__(self, x):
        dtype = x.dtype
        x = mx.fast.rms_norm(x.astype(mx.float32), self.weight, self.eps)
        return (x + self.bias).astype(dtype)
