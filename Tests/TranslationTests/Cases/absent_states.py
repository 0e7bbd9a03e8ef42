import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..cache import ArraysCache


# call: block(mx.tanh(input_ids), cache[0])
class AbsentStates(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def step(self, x, state=None):
        if state is not None:
            x = x + state
        return self.proj(x), x

    def fresh(self):
        return ArraysCache(size=2)

    def __call__(self, x, cache=None):
        x = x + self.fresh().nbytes
        if cache is None:
            cache = [None, None]
        x, cache[0] = self.step(x, cache[0])
        x, cache[1] = self.step(x, state=cache[1])
        return x


# cache: ArraysCache(size=2)
