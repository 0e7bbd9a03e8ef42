"""The numbers that a trace holds of a tensor, exact and the same on every machine."""

import hashlib
import math

import mlx.core as mx
import numpy as np

UNSIGNED = {1: np.uint8, 2: np.uint16, 4: np.uint32, 8: np.uint64}


def raw_elements(array: mx.array) -> np.ndarray:
    """The elements in C order as numpy holds them; bfloat16 as its 16 bits."""
    if array.dtype == mx.bfloat16:
        array = array.view(mx.uint16) if array.ndim else array.reshape(1).view(mx.uint16)
    return np.ascontiguousarray(np.array(array)).reshape(-1)


def float64_values(array: mx.array, raw: np.ndarray) -> np.ndarray:
    """The elements as float64; a complex element is its real and its imaginary part."""
    if array.dtype == mx.bfloat16:
        return (raw.astype(np.uint32) << 16).view(np.float32).astype(np.float64)
    if raw.dtype == np.complex64:
        return raw.view(np.float32).astype(np.float64)
    return raw.astype(np.float64)


def checksum(bits: np.ndarray) -> int:
    """The sum of (i + 1) * bits[i] modulo 2^64."""
    positions = np.arange(1, bits.size + 1, dtype=np.uint64)
    return int(np.sum(positions * bits.astype(np.uint64), dtype=np.uint64))


def measure(array: mx.array) -> dict:
    """Shape, dtype, sums, extremes, checksum and hash, keyed as in a trace."""
    raw = raw_elements(array)
    name = str(array.dtype).removeprefix("mlx.core.")
    return figures(raw, float64_values(array, raw), list(array.shape), name)


def measure_number(value: float) -> dict:
    """The same of a number of the language, which is a scalar of float64."""
    raw = np.array([value], dtype=np.float64)
    return figures(raw, raw, [], "number")


def figures(raw: np.ndarray, values: np.ndarray, shape: list[int], dtype: str) -> dict:
    """What a trace holds of elements."""
    with np.errstate(all="ignore"):
        # One by one, in order: numpy's own sum adds in pairs.
        total = float(np.add.accumulate(values)[-1]) if values.size else 0.0
        squares = float(np.add.accumulate(values * values)[-1]) if values.size else 0.0
        lowest = float(values.min()) if values.size else math.nan
        highest = float(values.max()) if values.size else math.nan
    return {
        "shape": shape,
        "dtype": dtype,
        "sum": number(total),
        "l2": number(math.sqrt(squares)),
        "min": number(lowest),
        "max": number(highest),
        "checksum": f"{checksum(raw.view(UNSIGNED[raw.itemsize])):016x}",
        "hash": hashlib.sha256(raw.tobytes()).hexdigest(),
    }


def number(value: float) -> float | str:
    """The value, or the string that stands for it where JSON has no number."""
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return value
