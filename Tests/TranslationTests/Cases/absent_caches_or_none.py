import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import CacheList, KVCache


# call: block(mx.tanh(input_ids), cache[0])
class AbsentCachesOrNone(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def fresh(self):
        return CacheList(KVCache(), KVCache())

    def __call__(self, x, cache=None):
        x = x + self.fresh().offset
        if cache is None and x.shape[0] > 1:
            cache = [None] * 2
        if cache is not None and cache[0] is not None:
            x, _ = cache[0].update_and_fetch(x, x)
        return self.proj(x)
