from typing import Any

import mlx.core as mx
import mlx.nn as nn
from ..cache import ArraysCache, CacheList, KVCache, RotatingKVCache
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache)
class AbsentTuples(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, cache: Any = None):
        if cache is None:
            cache = [(None, None)] * self.config.num_layers
        for c in cache:
            x = self.layer(x, c)
        return x

    def layer(self, x, cache=None):
        if cache is None:
            cache = (None, None)
        if cache[0] is not None:
            offset = cache[1].offset
            last = cache[0][0]
        else:
            offset = 0
            last = None
        if last is None:
            last = mx.zeros_like(x)
        y = self.attend(x, cache[1]) + last
        if cache[0] is not None:
            cache[0][0] = x
        return y + offset

    def attend(self, x, cache=None):
        keys = x[None, None]
        if cache is not None:
            keys, _ = cache.update_and_fetch(keys, keys)
        return self.proj(x) + keys.sum()

    def make_cache(self):
        caches = []
        for i in range(self.config.num_layers):
            state = ArraysCache(size=1)
            if i == 0:
                kept = RotatingKVCache(max_size=8)
            else:
                kept = KVCache()
            caches.append(CacheList(state, kept))
        return caches
