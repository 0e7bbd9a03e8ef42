import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import ArraysCache, CacheList, KVCache


def split_cache(cache):
    if cache is None:
        return None, None
    if isinstance(cache, CacheList):
        return cache[0], cache[1]
    return cache, None


# call: block(mx.tanh(input_ids), cache[0])
class PartsOfResult(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def carried(self, x, states):
        state = states[0] if states is not None else None
        if state is None or state.shape[0] != x.shape[0]:
            state = mx.zeros_like(x)
        if states is not None:
            states[0] = x
        return x + state

    def __call__(self, x, cache=None):
        keys, states = split_cache(cache)
        x = self.carried(x, states)
        if keys is not None:
            x, _ = keys.update_and_fetch(x, x)
        return self.proj(x)


# cache: CacheList(KVCache(), ArraysCache(size=2))
# input: [1, 1, 3, 4]
