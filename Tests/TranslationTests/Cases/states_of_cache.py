import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import ArraysCache


# call: block(mx.tanh(input_ids), cache[0])
class StatesOfCache(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def fresh(self):
        return ArraysCache(size=3)

    def previous(self, x, cache=None):
        if cache is not None and cache[1] is not None:
            state = cache[1]
        else:
            state = mx.ones_like(x)
        return state

    def __call__(self, x, cache=None):
        x = x + self.fresh().nbytes
        if cache is not None:
            if cache[0] is None:
                state = mx.zeros_like(x)
            else:
                state = cache[0]
            cache[0] = x
            x = x + state
        x = x * self.previous(x, cache)
        other = cache[2] if cache else None
        if other is not None:
            x = x + other
        if cache:
            cache[1] = x
            cache[2] = other
            cache.advance(1)
        return self.proj(x)


# cache: ArraysCache(size=3)
