"""The numbers that a trace holds of a tensor, exact and the same on every machine."""

import hashlib
import math
from functools import lru_cache

import mlx.core as mx
import numpy as np

UNSIGNED = {1: np.uint8, 2: np.uint16, 4: np.uint32, 8: np.uint64}


class Measurements:
    """What a trace holds of arrays. The same bytes come back many times in a run, from a line, a module
    and a reshape: they are measured once. NumPy warns of what is not finite unless the caller says otherwise,
    once for many."""

    def __init__(self) -> None:
        self._known: dict[tuple[bytes, str], dict] = {}

    def of(self, array: mx.array, bits: mx.array | None = None) -> dict:
        """The same as `measure`; `bits` are those of the array where they are evaluated already."""
        raw = raw_elements(readable(array) if bits is None else bits)
        name = str(array.dtype).removeprefix("mlx.core.")
        digest = hashlib.sha256(raw).digest()
        known = self._known.get((digest, name))
        if known is None:
            known = figures(raw, float64_values(array, raw), digest)
            self._known[digest, name] = known
        return {"shape": list(array.shape), "dtype": name, **known}


def readable(array: mx.array) -> mx.array:
    """What numpy can read of an array, not evaluated: of bfloat16 its 16 bits."""
    if array.dtype != mx.bfloat16:
        return array
    return array.view(mx.uint16) if array.ndim else array.reshape(1).view(mx.uint16)


def raw_elements(bits: mx.array) -> np.ndarray:
    """The elements in C order as numpy holds them."""
    return np.ascontiguousarray(np.array(bits)).reshape(-1)


def float64_values(array: mx.array, raw: np.ndarray) -> np.ndarray:
    """The elements as float64; a complex element is its real and its imaginary part."""
    if array.dtype == mx.bfloat16:
        return (raw.astype(np.uint32) << 16).view(np.float32).astype(np.float64)
    if raw.dtype == np.complex64:
        return raw.view(np.float32).astype(np.float64)
    return raw.astype(np.float64)


def checksum(bits: np.ndarray) -> int:
    """The sum of (i + 1) * bits[i] modulo 2^64."""
    return int(np.dot(positions(bits.size), bits.astype(np.uint64)))


@lru_cache(maxsize=64)
def positions(count: int) -> np.ndarray:
    """The numbers from 1 on."""
    return np.arange(1, count + 1, dtype=np.uint64)


@np.errstate(all="ignore")
def measure(array: mx.array) -> dict:
    """Shape, dtype, sums, extremes, checksum and hash, keyed as in a trace."""
    return Measurements().of(array)


@np.errstate(all="ignore")
def measure_number(value: float) -> dict:
    """The same of a number of the language, which is a scalar of float64."""
    raw = np.array([value], dtype=np.float64)
    measured = figures(raw, raw, hashlib.sha256(raw).digest())
    return {"shape": [], "dtype": "number", **measured}


def figures(raw: np.ndarray, values: np.ndarray, digest: bytes) -> dict:
    """What a trace holds of elements beside their shape and type. NumPy warns of what is not finite unless
    the caller says otherwise."""
    # One by one, in order: numpy's own sum adds in pairs.
    total = float(np.add.accumulate(values)[-1]) if values.size else 0.0
    squares = float(np.add.accumulate(values * values)[-1]) if values.size else 0.0
    lowest = float(values.min()) if values.size else math.nan
    highest = float(values.max()) if values.size else math.nan
    return {
        "sum": number(total),
        "l2": number(math.sqrt(squares)),
        "min": number(lowest),
        "max": number(highest),
        "checksum": f"{checksum(raw.view(UNSIGNED[raw.itemsize])):016x}",
        "hash": digest.hex(),
    }


def number(value: float) -> float | str:
    """The value, or the string that stands for it where JSON has no number."""
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    return value
