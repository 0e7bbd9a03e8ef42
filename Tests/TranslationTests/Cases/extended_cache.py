from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..cache import KVCache
from .configuration import ModelConfig


class RingCache(KVCache):
    def __init__(self, window_size: int):
        super().__init__()
        self.window_size = int(window_size)
        self.prefix: Optional[int] = None
        self._position = 0

    def update_and_fetch(self, keys, values):
        count = int(keys.shape[2])
        if self.prefix is None:
            if count > 1:
                return super().update_and_fetch(keys, values)
            self.prefix = self.offset
        if self.keys is None or self.offset < self.prefix + self.window_size:
            keys, values = super().update_and_fetch(keys, values)
            return keys, values
        for index in range(count):
            slot = self.prefix + self._position
            self.keys[..., slot : slot + 1, :] = keys[..., index : index + 1, :]
            self.values[..., slot : slot + 1, :] = values[..., index : index + 1, :]
            self._position = (self._position + 1) % self.window_size
        self.offset += count
        end = self.prefix + self.window_size
        return self.keys[..., :end, :], self.values[..., :end, :]

    def make_mask(self, N: int, return_array: bool = False, **kwargs):
        kwargs.pop("window_size", None)
        if self.prefix is not None and N == 1 and not return_array:
            return None
        return super().make_mask(N, return_array=return_array, window_size=None, **kwargs)

    def size(self):
        return min(self.offset, self.step)


class ExtendedCache(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.window = config.num_layers
        self.proj = nn.Linear(4, 4)

    def make(self, plain: bool):
        if plain:
            return [KVCache()]
        return [RingCache(self.window)]

    def __call__(self, x: mx.array) -> mx.array:
        states = self.proj(x)[:, None]
        total = x
        for cache in self.make(True) + self.make(False):
            keys, values = cache.update_and_fetch(states, states * 2)
            for i in range(4):
                keys, values = cache.update_and_fetch(
                    states[:, :, :1] * i, states[:, :, :1] + i
                )
            if cache.make_mask(1, return_array=False, window_size=None) is None:
                total = total + 1
            total = total + keys.sum(axis=(1, 2))[:, None] * cache.size()
            total = total + values.sum(axis=(1, 2))[:, None] * cache.offset
        return total


# run: {}
# input: [2, 3, 4]
