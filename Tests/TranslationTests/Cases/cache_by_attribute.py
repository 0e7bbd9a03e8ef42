import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache)
from ..cache import KVCache


class CacheByAttribute(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, cache=None):
        ring = next(
            (c for c in (cache or []) if c is not None and hasattr(c, "_idx")),
            None,
        )
        if ring is not None:
            start = int(ring._idx)
        else:
            start = next(
                (c.offset for c in (cache or []) if c is not None and hasattr(c, "offset")),
                0,
            )
        return self.proj(x[:, min(start, 1) :])
