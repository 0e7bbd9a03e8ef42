import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import ArraysCache


# call: block(mx.tanh(input_ids), cache[0])
class CacheTakenApart(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def fresh(self):
        return ArraysCache(size=2)

    def __call__(self, x, cache=None):
        x = x + self.fresh().nbytes
        if cache is not None:
            window, state = cache
            lengths = cache.lengths
        else:
            window, state, lengths = None, None, None
        if window is None:
            window = mx.zeros_like(x)
        if state is not None:
            x = x + state
        if lengths is not None:
            x = x * lengths
        if cache is not None:
            cache[0] = x
            cache[1] = window
        return self.proj(x + window)


# cache: ArraysCache(size=2)
