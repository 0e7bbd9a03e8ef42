import mlx.core as mx
import mlx.nn as nn

from ..base import create_attention_mask, scaled_dot_product_attention
from ..cache import KVCache
from .configuration import ModelConfig


def profile_of_indexed(c, token_count):
    return c.kv_cache.memory_profile(token_count)


def holds_no_keys(state) -> bool:
    return state is None or (
        isinstance(state, (tuple, list))
        and len(state) >= 2
        and state[0] is None
        and state[1] is None
    )


class IndexedCache:
    memory_profile = profile_of_indexed
    step = KVCache.step

    def __init__(self):
        self.kv_cache = KVCache()
        self.index_keys = None
        self.index_offset = 0

    @property
    def offset(self):
        return self.kv_cache.offset

    @offset.setter
    def offset(self, value):
        self.kv_cache.offset = int(value)
        self.index_offset = int(value)

    def update_and_fetch(self, keys: mx.array, values: mx.array):
        return self.kv_cache.update_and_fetch(keys, values)

    def to_batch(self, left_padding):
        return [row for row in left_padding]

    def update_index_and_fetch(self, keys: mx.array):
        prev = self.index_offset
        incoming = keys.shape[2]
        if self.index_keys is None or (prev + incoming) > self.index_keys.shape[2]:
            B, n_heads, _, head_dim = keys.shape
            n_steps = (self.step + incoming - 1) // self.step
            new_keys = mx.zeros((B, n_heads, n_steps * self.step, head_dim), keys.dtype)
            if self.index_keys is not None:
                if prev % self.step != 0:
                    self.index_keys = self.index_keys[..., :prev, :]
                self.index_keys = mx.concatenate([self.index_keys, new_keys], axis=2)
            else:
                self.index_keys = new_keys
        self.index_offset += incoming
        self.index_keys[..., prev : self.index_offset, :] = keys
        return self.index_keys[..., : self.index_offset, :]

    def make_mask(self, *args, **kwargs):
        return self.kv_cache.make_mask(*args, **kwargs)

    def size(self):
        return self.kv_cache.size()

    def empty(self):
        return self.kv_cache.empty()

    def is_trimmable(self):
        return True

    def trim(self, n):
        trimmed = self.kv_cache.trim(n)
        self.index_offset = max(0, self.index_offset - trimmed)
        return trimmed

    @classmethod
    def merge(cls, caches, prefix_lens=None):
        return [cache.kv_cache for cache in caches]

    @property
    def state(self):
        kv_state = None if self.kv_cache.empty() else self.kv_cache.state
        index_state = (
            None
            if self.index_keys is None
            else self.index_keys[..., : self.index_offset, :]
        )
        return kv_state, index_state

    @state.setter
    def state(self, value):
        kv_state, index_state = value
        self.kv_cache = KVCache()
        if not holds_no_keys(kv_state):
            self.kv_cache.state = kv_state
        self.index_keys = index_state
        self.index_offset = 0 if index_state is None else index_state.shape[2]

    @property
    def meta_state(self):
        return str(self.index_offset)

    @meta_state.setter
    def meta_state(self, value):
        self.index_offset = int(value) if value else 0

    @property
    def nbytes(self):
        index_nbytes = 0 if self.index_keys is None else self.index_keys.nbytes
        return self.kv_cache.nbytes + index_nbytes


# call: block(mx.tanh(input_ids), cache)
class IndexedAttention(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, mask=None, cache=None):
        states = self.proj(x)[:, None]
        keys, values = states, states * 2
        index = states
        if cache is not None:
            keys, values = cache.update_and_fetch(keys, values)
            if hasattr(cache, "update_index_and_fetch"):
                index = cache.update_index_and_fetch(index)
        out = scaled_dot_product_attention(
            states, keys, values, cache=cache, scale=0.5, mask=mask
        )
        return out[:, 0] + index.mean()


class OwnCacheOfAnother(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [IndexedAttention(config) for _ in range(3)]

    def make_cache(self):
        return [IndexedCache(), KVCache(), IndexedCache()]

    def rewound(self, x):
        # Forgetting, filling and restoring beside the caches of the layers.
        cache, other = IndexedCache(), IndexedCache()
        other.state = cache.state
        states = x[:, None]
        total = x + other.nbytes
        cache.update_and_fetch(states, states)
        index = cache.update_index_and_fetch(states)
        other.state = cache.state
        other.meta_state = cache.meta_state
        total = total + other.size() + other.offset + other.index_offset
        if other.is_trimmable() and not other.empty():
            total = total + other.trim(1) * 3
        total = total + index.sum()
        index = other.update_index_and_fetch(states[:, :, :1] * 2)
        other.update_and_fetch(states[:, :, :1] * 2, states[:, :, :1])
        cache.offset = 1
        keys, _ = cache.update_and_fetch(states, states)
        total = total + cache.index_offset + cache.offset + cache.step
        return total + keys.sum() + index.sum() + other.nbytes

    def __call__(self, x: mx.array, cache=None) -> mx.array:
        if cache is None:
            cache = [None] * len(self.layers)
        mask = create_attention_mask(x, cache[0])
        for layer, c in zip(self.layers, cache):
            x = layer(x, mask, c)
        if cache[0] is not None:
            x = x + cache[0].offset
        return x + self.rewound(x)


# input: [2, 3, 4]
