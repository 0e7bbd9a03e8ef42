import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0] if cache is not None else None)
from ..cache import ArraysCache


class StateOrNone(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, cache=None):
        state = cache[1] if cache is not None else None
        if state is None:
            state = mx.zeros_like(x)
        out = self.proj(x) + state
        if cache is not None:
            cache[1] = out
        return out

    def make_cache(self):
        return [ArraysCache(size=2)]
