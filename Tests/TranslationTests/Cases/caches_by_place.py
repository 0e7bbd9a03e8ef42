from typing import Any

import mlx.core as mx
import mlx.nn as nn
from ..cache import ArraysCache, CacheList, KVCache
from .configuration import ModelConfig


class PlacedMemory(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.size = config.num_layers
        self._collect()

    def _collect(self):
        weights = {}
        for i in range(self.size):
            weights[(i, i + 1)] = 0.5 * i
        self._weights = weights

    def __call__(self, x, cache: Any = None):
        if cache is not None:
            seen = cache[0]
            if seen is None:
                seen = x
            else:
                seen = mx.concatenate([seen, x], axis=-2)
            cache[0] = seen[..., -2:, :]
        else:
            seen = x
        return seen.sum() + self._weights[(1, 2)]


class PlacedLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, cache: Any = None):
        if cache is None:
            cache = (None, None)
        for i in range(2):
            keys = x[None, None]
            if cache[i] is not None:
                keys, _ = cache[i].update_and_fetch(keys, keys)
            x = self.proj(x) + keys.mean()
        return x

    def seen(self, cache: Any = None):
        return 0 if cache is None else cache.offset


# call: block(mx.tanh(input_ids), cache)
class CachesByPlace(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.memory = PlacedMemory(config)
        self.layers = [PlacedLayer() for _ in range(config.num_layers)]

    def __call__(self, x, cache: Any = None):
        if cache is None:
            cache = [None] + [(None, None)] * len(self.layers)
        total = self.memory(x, cache=cache[0])
        offset = self.layers[0].seen(cache[1][0])
        for layer, c in zip(self.layers, cache[1:]):
            x = layer(x, c)
        return x + total + offset

    def make_cache(self):
        return [ArraysCache(size=1)] + [
            CacheList(KVCache(), KVCache()) for _ in self.layers
        ]
