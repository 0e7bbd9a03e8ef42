from typing import Any

import mlx.core as mx
import mlx.nn as nn
from ..cache import ConcatenateKVCache, KVCache
from .configuration import ModelConfig


class StatefulLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, cache: Any = None):
        keys = self.proj(x)[None, None]
        values = keys * 2
        if cache is not None:
            keys, values = cache.update_and_fetch(keys, values)
        return x + keys.sum() - values.mean()


# call: block(mx.tanh(input_ids), cache)
class CacheOfLastLayer(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [StatefulLayer() for _ in range(config.num_layers)]

    def __call__(self, x, cache: Any = None):
        if cache is None:
            cache = [None] * len(self.layers)
            cache[-1] = ConcatenateKVCache()
        for layer, c in zip(self.layers, cache):
            x = layer(x, c)
        keys, values = cache[-1].state
        return x + keys.sum() + values.mean()

    def make_cache(self):
        return [KVCache() for _ in self.layers]
