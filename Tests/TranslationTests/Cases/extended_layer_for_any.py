import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class HalvesLinear(nn.Linear):
    def __init__(self, input_dims, output_dims):
        super().__init__(input_dims, 2 * output_dims, bias=False)

    def __call__(self, x):
        return mx.split(super().__call__(x), 2, axis=-1)


class ExtendedLayerForAny(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = HalvesLinear(4, 4) if config.use_bias else nn.Linear(4, 4)

    def __call__(self, x: mx.array) -> mx.array:
        return self.proj(x)
