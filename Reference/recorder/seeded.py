"""Weights and token ids from a seed: a rule that any program can follow to the bit."""

import numpy as np

GOLDEN = 0x9E3779B97F4A7C15
MASK = (1 << 64) - 1


def fnv1a(text: str) -> int:
    """FNV-1a, 64 bit, of the UTF-8 bytes."""
    state = 0xCBF29CE484222325
    for byte in text.encode():
        state = ((state ^ byte) * 0x100000001B3) & MASK
    return state


def draws(name: str, seed: int, count: int) -> np.ndarray:
    """`count` words of 64 bits that belong to a name: splitmix64 of consecutive states."""
    start = np.uint64(fnv1a(name) ^ ((seed * GOLDEN) & MASK))
    with np.errstate(over="ignore"):
        z = start + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GOLDEN)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def weight(name: str, shape: tuple[int, ...], seed: int) -> np.ndarray:
    """A parameter in float32: near one for the weight of a norm, small for other vectors, and of
    the variance that keeps activations in scale for matrices."""
    count = int(np.prod(shape, dtype=np.int64))
    uniform = (draws(name, seed, count) >> np.uint64(40)).astype(np.float32)
    centred = uniform / np.float32(1 << 24) - np.float32(0.5)
    if len(shape) >= 2:
        fan_in = int(np.prod(shape[1:], dtype=np.int64))
        scale = np.float32(2) * np.sqrt(np.float32(3) / np.float32(fan_in))
        values = centred * scale
    elif len(shape) == 1 and name.rpartition(".")[2] == "weight":
        values = np.float32(1) + np.float32(0.2) * centred
    else:
        values = np.float32(0.2) * centred
    return values.reshape(shape)


def token_ids(name: str, batch: int, length: int, vocabulary: int, seed: int) -> np.ndarray:
    """Token ids [batch, length] in int32, each below the vocabulary's size."""
    words = draws(name, seed, batch * length) >> np.uint64(40)
    return (words % np.uint64(vocabulary)).astype(np.int32).reshape(batch, length)


def signal(name: str, shape: tuple[int, ...], seed: int) -> np.ndarray:
    """What a processor might make of media, in float32: values between -1 and 1."""
    count = int(np.prod(shape, dtype=np.int64))
    uniform = (draws(name, seed, count) >> np.uint64(40)).astype(np.float32)
    return (uniform / np.float32(1 << 23) - np.float32(1)).reshape(shape)
