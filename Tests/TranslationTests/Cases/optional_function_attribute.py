import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OptionalFunctionAttribute(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.is_normed = config.hidden_size > 0
        if self.is_normed:
            self.normalize = lambda x: mx.fast.rms_norm(
                x, mx.ones(x.shape[-1], x.dtype), eps=config.eps
            )

    def __call__(self, x):
        first, second = map(
            self.normalize if self.is_normed else lambda x: x, mx.split(x, 2, axis=-1)
        )
        if self.is_normed:
            first, second = map(self.normalize, (first * 2, second))
        return first + second


# run: {}
