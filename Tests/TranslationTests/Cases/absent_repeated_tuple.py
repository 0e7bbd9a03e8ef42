from typing import Any

import mlx.core as mx
import mlx.nn as nn
from ..cache import CacheList, KVCache
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache)
class AbsentRepeatedTuple(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x, cache: Any = None):
        if cache is None:
            cache = [(None, None) * len(self.layers)]
        for layer, c in zip(self.layers, cache):
            x = self.attend(layer(x), c)
        return x

    def attend(self, x, cache):
        keys = x[None, None]
        if cache[0] is not None:
            keys, _ = cache[0].update_and_fetch(keys, keys)
        return x + keys.sum()

    def make_cache(self):
        return [CacheList(KVCache(), KVCache()) for _ in self.layers]
