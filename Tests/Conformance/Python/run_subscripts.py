"""Makes random index expressions, runs them, and writes what they gave.

    run_subscripts.py CASES OUTPUT [COUNT [SEED]]

OUTPUT/subscripts.json lists the expressions; the bytes of all arrays are in OUTPUT/work.bin. What the
engine does with an integer beyond an axis, with a step of 0 or with nothing to scatter is undefined or
ends the process, so such expressions are marked and not run.
"""

import json
import os
import random
import sys

import mlx.core as mx
import numpy as np

from inputs import bytes_of
from run_cases import Blob, describe

DTYPES = [mx.int32, mx.float32, mx.bfloat16, mx.uint8, mx.int64, mx.bool_]
UPDATES = ["add", "subtract", "multiply", "divide", "maximum", "minimum"]


class Fuzz:
    def __init__(self, seed, blob):
        self.random = random.Random(seed)
        self.blob = blob
        self.arrays = []

    # Arrays

    def store(self, array):
        offset, length = self.blob.add(bytes_of(array))
        dtype = str(array.dtype).split(".")[-1]
        self.arrays.append(
            {"dtype": dtype, "shape": list(array.shape), "offset": offset, "length": length}
        )
        return len(self.arrays) - 1

    def numbers(self, shape, dtype):
        size = int(np.prod(shape))
        values = [self.random.randrange(1, 60) for _ in range(size)]
        numbers = mx.array(values, dtype=mx.int32).astype(dtype).reshape(shape)
        # Sums of fractions tell in which order they were added up.
        return numbers / 7 if mx.issubdtype(dtype, mx.floating) else numbers

    def source(self):
        """An array of at most four axes, as it is or as a part of a larger one."""
        ndim = self.random.choice([0, 1, 1, 2, 2, 2, 3, 3, 4])
        shape = [self.random.choice([1, 2, 3, 4, 5, 5, 0 if ndim > 1 else 3]) for _ in range(ndim)]
        dtype = self.random.choice(DTYPES)
        view = None
        if ndim > 1 and self.random.random() < 0.3:
            axes = list(range(ndim))
            self.random.shuffle(axes)
            view = {"axes": axes, "start": 0, "step": 2}
        base = self.numbers(shape, dtype)
        place = self.store(base)
        self.arrays[place]["view"] = view
        if view:
            base = mx.transpose(base, view["axes"])[..., ::2]
        return place, base

    # Indices

    def index(self, shape):
        """Index parts with the arrays that they mean, and whether Python may run them."""
        parts, given, runs = [], [], True
        count = self.random.choice([1, 1, 2, 2, 3, 4])
        kinds = self.random.choices(
            ["integer", "slice", "ellipsis", "newaxis", "array", "mask"],
            [5, 7, 2, 2, 5, 0.4],
            k=count,
        )
        consuming = ("integer", "slice", "array", "mask")
        while sum(k in consuming for k in kinds) > len(shape) and self.random.random() < 0.95:
            kinds.remove(next(k for k in kinds if k in consuming))
        kinds = kinds or ["ellipsis"]
        left = sum(kind in consuming for kind in kinds)
        axis = 0
        joint = [self.random.randrange(1, 4) for _ in range(self.random.choice([0, 1, 1, 2]))]
        for kind in kinds:
            size = shape[axis] if axis < len(shape) else 3
            if kind == "ellipsis":
                parts.append({"ellipsis": True})
                given.append(...)
                axis = max(axis, len(shape) - left)
                continue
            if kind == "newaxis":
                parts.append({"newaxis": True})
                given.append(None)
                continue
            left -= 1
            axis += 1
            if kind == "integer":
                value = self.random.randrange(-size, size) if size else 0
                if self.random.random() < 0.04:
                    value = self.random.choice([size, size + 3, -size - 1, -size - 4])
                runs = runs and -size <= value < size
                parts.append({"integer": value})
                given.append(value)
            elif kind == "slice":
                lower, upper, step = self.bounds(size)
                runs = runs and step != 0
                parts.append({"slice": [lower, upper, step]})
                given.append(slice(lower, upper, step))
            else:
                array = self.mask(shape, axis - 1) if kind == "mask" else self.places(size, joint)
                runs = runs and array.dtype != mx.float32
                parts.append({"array": self.store(array)})
                given.append(array)
        return parts, given, runs

    def bounds(self, size):
        def bound():
            if self.random.random() < 0.35:
                return None
            return self.random.randrange(-size - 2, size + 3)

        step = self.random.choice([None, None, None, 1, 2, 3, -1, -1, -2, -4])
        if self.random.random() < 0.005:
            step = 0
        return bound(), bound(), step

    def places(self, size, joint):
        shape = joint if self.random.random() < 0.8 else [self.random.randrange(1, 3)]
        if shape and self.random.random() < 0.2:
            shape = [1] * len(shape)
        if size == 0 or self.random.random() < 0.02:
            shape = [0]
        dtype = self.random.choice([mx.int32, mx.int32, mx.int64, mx.uint32, mx.int8])
        lowest = 0 if dtype == mx.uint32 else -size
        count = int(np.prod(shape))
        values = [self.random.randrange(lowest, size) for _ in range(count)] if size else []
        return mx.array(values, dtype=mx.int32).reshape(shape).astype(dtype)

    def mask(self, shape, axis):
        whole = self.random.random() < 0.6
        sizes = shape if whole else shape[axis : axis + 1]
        values = [self.random.random() < 0.5 for _ in range(int(np.prod(sizes)))]
        return mx.array(values, dtype=mx.bool_).reshape(sizes)

    # Values

    def selection(self, shape, given):
        """The shape that numpy gives the selection; nothing if it refuses."""
        try:
            key = tuple(np.array(i) if isinstance(i, mx.array) else i for i in given)
            return list(np.zeros(shape, dtype=np.int8)[key].shape)
        except (IndexError, ValueError):
            return None

    def value(self, selection, dtype):
        shape = list(selection or [])
        choice = self.random.random()
        if choice < 0.25:
            shape = []
        elif choice < 0.45 and shape:
            shape = shape[self.random.randrange(len(shape)) :]
        elif choice < 0.6:
            shape = [1 if self.random.random() < 0.5 else n for n in shape]
        elif choice < 0.68:
            shape = [1] + shape
        elif choice < 0.73:
            shape = [self.random.randrange(1, 4) for _ in range(self.random.randrange(3))]
        other = self.random.random() < 0.15
        return self.numbers(shape, self.random.choice(DTYPES) if other else dtype)

    # Expressions

    def expression(self):
        place, source = self.source()
        parts, given, runs = self.index(list(source.shape))
        entry = {"source": place, "index": parts, "update": self.random.choice(
            ["read"] * 5 + ["assign"] * 4 + UPDATES
        )}
        key = given[0] if len(given) == 1 else tuple(given)
        value = None
        if entry["update"] != "read":
            selection = self.selection(source.shape, given)
            value = self.value(selection, source.dtype)
            gathers = any(isinstance(i, mx.array) for i in given)
            # With nothing to scatter the engine divides by the number of elements.
            if gathers and (selection is None or 0 in selection or value.size == 0):
                return None
            # Beside index arrays the binding wants the axes of new axes and of slices with a step in
            # another order than the selection has them; Swift takes them in the selection's.
            if gathers and None in [i if i is None else 0 for i in given]:
                return None
            if gathers and any(isinstance(i, slice) and i.step not in (None, 1) for i in given):
                value = self.numbers([], source.dtype)
            entry["value"] = self.store(value)
        if not runs:
            entry["undefined"] = True
            return entry
        try:
            if entry["update"] == "read":
                result = source[key]
            elif entry["update"] == "assign":
                result = mx.array(source)
                result[key] = value
            else:
                result = getattr(source.at[key], entry["update"])(value)
            mx.eval(result)
            entry["result"] = describe(result, self.blob)
            if entry["update"] == "read" and mx.issubdtype(result.dtype, mx.floating):
                # The order in which it adds up depends on where in memory the elements are.
                entry["sum"] = describe(mx.sum(result), self.blob)
        except Exception as error:
            entry["error"] = f"{type(error).__name__}: {error}"[:200]
        return entry


def main():
    output = sys.argv[2]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 12000
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    with open(os.path.join(output, "work.bin"), "wb") as file:
        fuzz = Fuzz(seed, Blob(file))
        entries = []
        while len(entries) < count:
            entry = fuzz.expression()
            if entry:
                entries.append(entry)
    with open(os.path.join(output, "subscripts.json"), "w", encoding="utf-8") as file:
        json.dump({"arrays": fuzz.arrays, "expressions": entries}, file)


if __name__ == "__main__":
    main()
