import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import KVCache


# call: block(mx.tanh(input_ids), cache[0])
class MembersOfAbsent(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def position(self, cache=None):
        return cache.offset if cache is not None else 0

    def first(self, caches):
        offset = 0
        if caches[0] is not None:
            offset = caches[0].offset
        return offset + (caches[1].offset if caches[1] is not None else 3)

    def blended(self, x, mask=None, state=None):
        if mask is not None:
            mask = mask * 2
        state = state * x + x if state is not None else x
        y = x * state if mask is None else mask + state
        return y

    def __call__(self, x, cache=None):
        offset = self.position(cache) + self.position()
        offset = offset + self.first([cache, None]) + self.first([None, cache])
        x = self.blended(x) + self.blended(x, mask=x) + self.blended(x, state=x)
        if cache is not None:
            x, _ = cache.update_and_fetch(x, x)
        return self.proj(x * offset)


# cache: KVCache()
# input: [1, 1, 3, 4]
