from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class RunningSums:
    def __init__(self, width: int):
        self.offset = 0
        self.width = width
        self.total = None
        self.last = None

    @property
    def state(self):
        return (self.total, self.last)

    @state.setter
    def state(self, value):
        self.total, self.last = value

    def push(self, x: mx.array) -> mx.array:
        window = x if self.last is None else mx.concatenate([self.last, x], axis=1)
        self.last = window[:, -self.width :]
        self.offset += x.shape[1]
        return window


# call: block(mx.tanh(input_ids), cache)
class Mixer(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x: mx.array, cache: Optional[RunningSums] = None) -> mx.array:
        x = self.proj(x)
        if cache is None:
            return x
        window = cache.push(x)
        if cache.total is not None:
            total, last = cache.total, cache.last
        else:
            total, last = mx.zeros((1, 1, 4)), None
        x = x + total
        if last is not None:
            x = x * last.mean()
        cache.total = x.sum(axis=1, keepdims=True)
        mx.eval(cache.total, cache.last)
        return x + window.mean()


class OwnCache(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.mixer = Mixer(config)

    def make_cache(self):
        return [RunningSums(2)]

    def __call__(self, x: mx.array, cache=None) -> mx.array:
        if cache is None:
            cache = [None]
        elif cache[0].offset > 3:
            x = x * 2
        if cache[0] is not None:
            cache[0].width = 3
        return self.mixer(x, cache=cache[0])


# input: [1, 3, 4]
