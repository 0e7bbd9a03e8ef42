import mlx.core as mx

from ..cache import ArraysCache, CacheList, ChunkedKVCache, ConcatenateKVCache, KVCache, QuantizedKVCache, RotatingKVCache


def plain(heads):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    keys, values = cache.update_and_fetch(heads, heads + 1)
    return keys, values, cache.offset, cache.nbytes


def plain_parts(heads):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    return cache.keys, cache.values, cache.size(), cache.empty(), cache.is_trimmable()


def plain_trimmed(heads, n: int):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    trimmed = cache.trim(n)
    return trimmed, cache.offset


def plain_state(heads):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    return cache.state


def plain_mask(heads, n: int):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    return cache.make_mask(n, window_size=None, return_array=True)


def plain_quantized(wide_heads):
    cache = KVCache()
    cache.update_and_fetch(wide_heads, wide_heads)
    quantized = cache.to_quantized(group_size=32, bits=8)
    return quantized.offset, quantized.group_size, quantized.bits, quantized.state


def rotating(heads):
    cache = RotatingKVCache(max_size=4, keep=1)
    cache.update_and_fetch(heads, heads)
    keys, values = cache.update_and_fetch(heads[:, :, :1], heads[:, :, :1])
    return keys, values, cache.offset, cache.keep, cache.max_size, cache._idx


def rotating_parts(heads):
    cache = RotatingKVCache(3)
    cache.update_and_fetch(heads, heads)
    return cache.keys, cache.values, cache.meta_state


def rotating_mask(heads):
    cache = RotatingKVCache(4)
    cache.update_and_fetch(heads, heads)
    return cache.make_mask(3, window_size=2, return_array=True)


def quantized(wide_heads):
    cache = QuantizedKVCache(group_size=64, bits=4)
    cache.update_and_fetch(wide_heads, wide_heads)
    return cache.state, cache.offset, cache.group_size, cache.bits


def quantized_usual(wide_heads):
    cache = QuantizedKVCache()
    cache.update_and_fetch(wide_heads, wide_heads)
    return cache.state, cache.meta_state


def concatenated(heads):
    cache = ConcatenateKVCache()
    cache.update_and_fetch(heads, heads)
    keys, values = cache.update_and_fetch(heads, heads)
    return keys, values, cache.keys, cache.values, cache.offset


def chunked(heads):
    cache = ChunkedKVCache(3)
    cache.update_and_fetch(heads, heads)
    cache.maybe_trim_front()
    keys, values = cache.update_and_fetch(heads, heads)
    return keys, values, cache.offset, cache.chunk_size, cache.start_position


def chunked_parts(heads):
    cache = ChunkedKVCache(chunk_size=8)
    cache.update_and_fetch(heads, heads)
    return cache.keys, cache.values


def arrays(n: int):
    cache = ArraysCache(2, left_padding=[1, 2])
    mask = cache.make_mask(n)
    cache.advance(2)
    return mask, cache.left_padding, cache.lengths is None, cache.batch_size


def arrays_final(n: int):
    cache = ArraysCache(size=2, left_padding=[3, 0])
    cache.advance(n)
    cache.finalize()
    return cache.left_padding is None, cache.lengths is None


def arrays_window(x3):
    cache = ArraysCache(2)
    cache.update_window(0, x3, 3)
    return cache.update_window(0, x3, 3)


def list_(heads):
    first = KVCache()
    first.update_and_fetch(heads, heads)
    cache = CacheList(first, RotatingKVCache(4))
    return cache.caches[0].offset, cache.caches[1].offset, cache.empty()
