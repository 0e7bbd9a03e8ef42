import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import ChunkedKVCache, KVCache


# call: block(mx.tanh(input_ids), cache)
class AttributeOfSomeCaches(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def make_cache(self):
        return [ChunkedKVCache(4), KVCache()]

    def __call__(self, x, cache=None):
        start = 0
        if cache is not None:
            start = getattr(cache[0], "start_position", 0) + getattr(cache[1], "offset", 3)
            for c in cache:
                if hasattr(c, "maybe_trim_front"):
                    c.maybe_trim_front()
                x, _ = c.update_and_fetch(x, x)
        return self.proj(x + start)


# input: [1, 1, 3, 4]
