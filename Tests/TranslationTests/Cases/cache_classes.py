import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0])
from ..cache import ArraysCache


class CacheClasses(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, cache=None):
        if isinstance(cache, ArraysCache):
            cache[0] = x
        lengths = getattr(cache, "lengths", None)
        if lengths is not None:
            x = x * lengths
        return self.proj(x)
