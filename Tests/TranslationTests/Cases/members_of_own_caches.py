import mlx.core as mx
import mlx.nn as nn

from ..cache import KVCache
from .configuration import ModelConfig


class TaggedCache:
    def __init__(self, tag: int):
        self.offset = 0
        self.tag = tag
        self.sums = None

    @property
    def state(self):
        return [self.sums]

    def push(self, x: mx.array) -> mx.array:
        self.sums = x if self.sums is None else self.sums + x
        self.offset += x.shape[1]
        return self.sums

    def can_skip(self, n: int) -> bool:
        return n == 1 or self.offset > 2


class CountingCache:
    def __init__(self):
        self.tag = 5
        self.calls = mx.zeros((1,))
        self.label = None

    @property
    def state(self):
        return [self.calls]

    @property
    def factor(self):
        return 3 * self.tag

    def count(self):
        self.calls = self.calls + 1
        return self.calls

    def to_batch(self):
        return BatchCache(self.tag)


class BatchCache:
    def __init__(self, size: int):
        self.caches = size
        self.rows = None

    @property
    def state(self):
        return [self.rows]


def may_skip(cache, n: int) -> bool:
    if cache is None:
        return False
    nested = getattr(cache, "caches", None)
    if nested is not None:
        return n > len(nested)
    if callable(getattr(cache, "can_extend", None)):
        return cache.can_extend(n)
    if callable(getattr(cache, "tag", None)):
        return n > 100
    can_skip = getattr(cache, "can_skip", None)
    if callable(can_skip):
        return bool(can_skip(n))
    return n == 2


# call: block(mx.tanh(input_ids), cache)
class MembersOfOwnCaches(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def make_cache(self):
        return [KVCache(), TaggedCache(2), CountingCache()]

    def __call__(self, x: mx.array, cache=None) -> mx.array:
        x = self.proj(x)
        if cache is None:
            cache = [None] * 3
        for i, c in enumerate(cache):
            if may_skip(c, i):
                x = x * 2
            # Members of one of the classes.
            if c is not None and hasattr(c, "push"):
                x = x + c.push(x)
            if hasattr(c, "count"):
                x = x + c.count()
            if isinstance(c, TaggedCache):
                c.tag += 1
            x = x + getattr(c, "factor", i)
            # Of two of them.
            x = x + getattr(c, "tag", 7)
            if hasattr(c, "tag"):
                x = x - 1
            # Of classes of the library, or of none that is made.
            keys = getattr(c, "keys", None)
            if keys is not None:
                x = x + keys[0, 0, 0]
            padding = getattr(c, "left_padding", None)
            if isinstance(padding, mx.array):
                x = x + padding
            # What Swift's protocol has, and not every class in Python.
            x = x * getattr(c, "offset", 9)
            if hasattr(c, "trim"):
                x = x + c.trim(1) + 1
            if hasattr(c, "update_and_fetch"):
                states = x[:, None]
                c.update_and_fetch(states, states)
        return x


# input: [2, 3, 4]
