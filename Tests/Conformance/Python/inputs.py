"""The inputs of conformance cases, by the names of their parameters.

An array's name says what it is for; each has a shape in each shape class. A case runs in every class
with every dtype. Names in INDICES hold integers of their own and keep `int32` beside other arrays.
"""

import itertools
import zlib

import mlx.core as mx
import numpy as np

CLASSES = ["scalar", "empty", "vector", "matrix", "broadcast", "strided"]

DTYPES = [
    "bool",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "int8",
    "int16",
    "int32",
    "int64",
    "float16",
    "bfloat16",
    "float32",
    "float64",
    "complex64",
]

# Shapes in the order of CLASSES.
SHAPES = {
    # Anything goes: `a` with `b` and `c` broadcast, `d` is never zero, `e` is a small exponent.
    "a": [(), (0, 4), (6,), (4, 6), (3, 1, 4), (2, 3, 2, 4)],
    "b": [(), (0, 4), (6,), (4, 6), (2, 4), (2, 3, 2, 4)],
    "c": [(), (4,), (6,), (6,), (4,), (2, 3, 2, 4)],
    "d": [(), (0, 4), (6,), (4, 6), (2, 4), (2, 3, 2, 4)],
    "e": [(), (0, 4), (6,), (4, 6), (2, 4), (2, 3, 2, 4)],
    "mask": [(), (0, 4), (6,), (4, 6), (3, 2, 1), (2, 3, 2, 4)],
    # One row in ascending order.
    "row": [(), (0,), (5,), (5,), (1,), (5,)],
    # Matrices that can be multiplied, and matrices of experts.
    "m": [(), (0, 5), (5,), (4, 5), (2, 1, 4, 5), (2, 3, 4, 5)],
    "n": [(), (5, 3), (5,), (5, 3), (3, 5, 3), (2, 3, 5, 3)],
    "experts": [(), (4, 5, 3), (5, 3), (4, 5, 3), (1, 5, 3), (4, 5, 3)],
    # Inputs of layers: features last, 8 or 64 of them; weights.
    "x": [(), (0, 8), (8,), (5, 8), (2, 1, 8), (2, 3, 2, 8)],
    "x3": [(), (2, 0, 8), (8,), (3, 8), (1, 4, 8), (2, 4, 8)],
    "x2": [(), (0, 3), (64,), (3, 64), (2, 1, 64), (2, 2, 3, 64)],
    "w": [(), (0,), (8,), (8,), (1,), (8,)],
    "w2": [(), (0, 64), (64,), (16, 64), (2, 16, 64), (2, 2, 16, 64)],
    "w3": [(), (4, 16, 64), (16, 64), (4, 16, 64), (1, 16, 64), (4, 16, 64)],
    # Attention, [B, H, L, D]. Nothing empty has 64 features: the engine's quantized products would
    # end the process.
    "heads": [(), (2, 2, 0, 8), (8,), (5, 8), (1, 2, 1, 8), (2, 2, 5, 8)],
    "wide_heads": [(), (2, 2, 0, 3), (64,), (5, 64), (1, 2, 1, 64), (2, 2, 5, 64)],
    "scores": [(), (0, 0), (5,), (5, 5), (1, 1, 1, 1), (2, 2, 5, 5)],
    "sinks": [(), (0,), (2,), (2,), (2,), (2,)],
    "frequencies": [(), (0,), (4,), (4,), (4,), (4,)],
    # Channels last, with kernels.
    "signal": [(), (0, 9, 4), (4,), (9, 4), (1, 9, 4), (2, 9, 4)],
    "image": [(), (0, 7, 6, 4), (4,), (6, 4), (1, 5, 5, 4), (2, 7, 6, 4)],
    "volume": [(), (0, 4, 5, 3, 3), (3,), (5, 3), (1, 3, 3, 3, 3), (2, 4, 5, 3, 3)],
    "kernel1": [(), (6, 3, 4), (4,), (6, 3, 4), (6, 1, 4), (6, 3, 4)],
    "kernel2": [(), (6, 3, 3, 4), (4,), (6, 3, 3, 4), (6, 1, 1, 4), (6, 3, 3, 4)],
    "kernel3": [(), (4, 2, 2, 2, 3), (3,), (4, 2, 2, 2, 3), (4, 1, 1, 1, 3), (4, 2, 2, 2, 3)],
    # Tokens and the experts that they choose.
    "tokens": [(), (0, 1, 1, 8), (8,), (3, 1, 1, 8), (1, 1, 1, 8), (3, 1, 1, 8)],
    "tokens3": [(), (0, 8), (8,), (3, 8), (1, 8), (3, 8)],
    "wide_tokens": [(), (0, 1, 1, 64), (64,), (3, 1, 1, 64), (1, 1, 1, 64), (3, 1, 1, 64)],
    # Recurrent layers: [B, L, H, D] with states [B, L, H, S], step sizes [B, L, H], one number a head.
    "channels": [(), (0, 3, 2, 4), (4,), (2, 4), (1, 1, 2, 4), (2, 3, 2, 4)],
    "states": [(), (0, 3, 2, 8), (8,), (2, 8), (1, 1, 2, 8), (2, 3, 2, 8)],
    "steps": [(), (0, 3, 2), (2,), (3, 2), (1, 1, 2), (2, 3, 2)],
    "per_head": [(), (2,), (2,), (2,), (2,), (2,)],
    "state": [(), (0, 2, 4, 8), (8,), (4, 8), (1, 2, 4, 8), (2, 2, 4, 8)],
}

# Integers below a bound: the length of what they are positions in.
INDICES = {
    "i": ([(), (0,), (3,), (2, 3), (2, 1), (1, 2, 1, 3)], [1, 1, 2, 2, 1, 2]),
    "along": ([(), (0, 4), (6,), (4, 6), (3, 1, 4), (2, 3, 2, 4)], [1, 1, 6, 6, 4, 4]),
    "expert": ([(), (0,), (1,), (3,), (2, 1), (2, 2)], [1, 1, 1, 4, 1, 4]),
    "chosen": ([(), (0, 2), (2,), (3, 2), (1, 2), (3, 2)], [4] * 6),
    "rows": ([(), (0,), (1,), (2,), (1,), (2,)], [4] * 6),
}

INTEGERS = [-7, -2, -1, 0, 1, 2, 3, 4, 5, 7, 10, 64]
NUMBERS = [0.0, -0.0, 0.1, 0.5, 1.0, -1.0, 1.5, -2.5, 3.0, 7.3, 1e-7, 12345.678]
EXTREMES = [1e-300, 1e300, float("inf"), float("-inf"), float("nan")]
TEXTS = ["", "a", "hello.world", "a.b.c", "lll", "HELLO", "Größe", "no dot", ".", "world"]
LISTS = [[], [3], [2, 3], [0, 4], [1, 3, 2], [4, 3, 3]]

SCALINGS = {
    "rope_linear": [{"type": "linear", "factor": 2.0}],
    "rope_llama3": [
        {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0},
        {"rope_type": "llama3", "factor": 2, "original_max_position_embeddings": 64},
        {"rope_type": "llama3"},
    ],
    "rope_yarn": [
        {"type": "yarn", "factor": 4.0, "original_max_position_embeddings": 32},
        {"rope_type": "yarn", "factor": 2.0, "mscale": 0.5, "beta_fast": 16},
    ],
    "rope_long": [
        {"type": "longrope", "short_factor": [1.0, 1.5, 2.0, 2.5], "long_factor": [2.0, 3.0, 4.0, 5.0]}
    ],
    "rope_proportional": [{}, {"factor": 2.0, "partial_rotary_factor": 0.5}],
}


def host_values(name, annotation, source):
    """The values of a parameter that is no array."""
    if annotation == "int":
        # Only numbers may be huge: what a case makes of others has their size.
        return INTEGERS + ([10**6, 2**31, 2**53 + 1, 10**15, 10**18] if source == "numbers" else [])
    if annotation == "float":
        return NUMBERS + (EXTREMES if source == "numbers" else [])
    if annotation == "str":
        return TEXTS
    if annotation == "list[int]":
        return LISTS
    if annotation == "dict":
        return SCALINGS[name]
    raise ValueError(f"parameter '{name}' has no values for '{annotation}'")


def host_combinations(names, annotations, source):
    """At most 24 combinations of the values of some parameters."""
    values = [host_values(n, annotations[n], source) for n in names]
    combinations = list(itertools.product(*values))
    step = max(1, len(combinations) // 24)
    return combinations[::step] if names else [()]


def random(*key):
    return np.random.RandomState(zlib.crc32(repr(key).encode()))


def numbers(name, shape, dtype, shape_class):
    """Numbers of a dtype, among them special ones in the class `matrix`."""
    state = random(name, shape_class, dtype)
    size = int(np.prod(shape))
    special = shape_class == "matrix" and name in ("a", "b", "c")
    if dtype == "bool":
        values = state.rand(size) < 0.5
        return values | True if name == "d" else values
    if "int" in dtype:
        limits = np.iinfo(dtype)
        low = 0 if limits.min == 0 or name == "e" else -20
        values = state.randint(low, 5 if name == "e" else 40, size).astype(dtype)
        if name == "d":
            values = np.abs(values.astype(np.int64)).astype(dtype) % 7 + 2
        if special and size >= 6:
            values[1], values[4] = limits.min, limits.max
        return values
    values = state.randn(size) * 2
    if dtype == "complex64":
        values = values + 1j * state.randn(size)
    if name == "d":
        values = values + 0.5
    if name == "row":
        values = np.sort(values)
    if special and size >= 8:
        for place, value in enumerate([0.0, -0.0, np.inf, -np.inf, np.nan, 1e-8, 30000.5, -1.0]):
            values[place] = value
    return values


class Arrays:
    """Arrays that cases are called with; each is made once and written once."""

    def __init__(self, blob):
        self.blob = blob
        self.entries = []
        self.made = {}

    def named(self, name, shape_class, dtype):
        key = (name, shape_class, dtype)
        if key not in self.made:
            self.made[key] = self._make(name, shape_class, dtype)
        return self.made[key]

    def _make(self, name, shape_class, dtype):
        place = CLASSES.index(shape_class)
        if name in INDICES:
            shapes, bounds = INDICES[name]
            shape = shapes[place]
            values = random(name, shape_class).randint(0, bounds[place], int(np.prod(shape)))
        elif name == "mask":
            shape = SHAPES[name][place]
            values = random(name, shape_class).rand(int(np.prod(shape))) < 0.5
            dtype = "bool"
        else:
            shape = SHAPES[name][place]
            values = None
        view = None
        base = shape
        if shape_class == "strided" and shape:
            base, view = strided(shape, name)
            count = int(np.prod(base))
            if values is None:
                values = numbers(name, base, dtype, shape_class)
            else:
                values = np.resize(values, count)
        elif values is None:
            values = numbers(name, shape, dtype, shape_class)
        array = make(np.asarray(values), base, dtype)
        offset, length = self.blob.add(bytes_of(array))
        self.entries.append(
            {"dtype": dtype, "shape": list(base), "offset": offset, "length": length, "view": view}
        )
        if view:
            array = mx.transpose(array, view["axes"])[..., view["start"] :: view["step"]]
        return len(self.entries) - 1, array


def strided(shape, name):
    """The shape of an array of which a transposed part with a step has the given one."""
    axes = list(range(len(shape)))
    if len(shape) > 2:
        axes[1], axes[2] = 2, 1
    base = [shape[axis] for axis in axes]
    base[axes.index(len(shape) - 1)] *= 2
    return tuple(base), {"axes": axes, "start": len(name) % 2, "step": 2}


def make(values, shape, dtype):
    array = mx.array(values.reshape(-1)) if dtype != "float64" else None
    if array is None:
        array = mx.array(values.astype(np.float64).reshape(-1), dtype=mx.float64)
    elif dtype == "bool":
        array = array.astype(mx.bool_)
    else:
        array = array.astype(getattr(mx, dtype))
    return array.reshape(shape)


def bytes_of(array):
    """The elements in C order."""
    if array.size == 0:
        return b""
    if array.dtype == mx.bfloat16:
        array = mx.contiguous(array).view(mx.uint16)
    return np.array(array).tobytes()
