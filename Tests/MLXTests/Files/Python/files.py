"""Writes arrays in every file format, or reads files, and says on standard output what they hold.

    files.py write FOLDER     writes the files and says what is in each
    files.py read             says what is in each file whose path is a line of standard input, or
                              why it cannot be read
"""

import json
import sys
from pathlib import Path

import mlx.core as mx
import numpy as np

DTYPES = [
    "bool_", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64",
    "float16", "float32", "float64", "bfloat16", "complex64",
]
SHAPES = {"scalar": (), "empty": (0, 3), "one": (5,), "two": (2, 3), "four": (2, 1, 3, 2)}


def contents(array):
    """Dtype, shape and the bytes in C order, as hexadecimal digits."""
    flat = mx.contiguous(array).reshape(-1)
    data = b"" if flat.size == 0 else bytes(np.array(flat.view(mx.uint8)))
    return {
        "dtype": str(array.dtype).removeprefix("mlx.core."),
        "shape": list(array.shape),
        "bytes": data.hex(),
    }


def table(arrays):
    return {name: contents(array) for name, array in arrays.items()}


def samples():
    """An array for each dtype and shape, one of them in column-major order."""
    generator = np.random.default_rng(5)
    arrays = {}
    for dtype in DTYPES:
        for name, shape in SHAPES.items():
            values = mx.array(generator.normal(0, 40, shape).astype(np.float32))
            if dtype.startswith("uint"):
                values = mx.abs(values)
            with mx.stream(mx.cpu):
                arrays[f"{dtype}.{name}"] = values.astype(getattr(mx, dtype))
        arrays[f"{dtype}.transposed"] = arrays[f"{dtype}.two"].T
    return arrays


def metadata_of(value):
    return contents(value) if isinstance(value, mx.array) else value


def describe(path):
    try:
        if path.suffix == ".npy":
            return {"arrays": {"": contents(mx.load(str(path)))}}
        if path.suffix == ".npz":
            return {"arrays": table(mx.load(str(path)))}
        arrays, metadata = mx.load(str(path)), {}
        try:
            metadata = mx.load(str(path), return_metadata=True)[1]
        except UnicodeDecodeError:
            pass  # of the metadata, which nobody has to ask for
        return {
            "arrays": table(arrays),
            "metadata": {key: metadata_of(value) for key, value in metadata.items()},
        }
    except Exception as error:
        return {"error": str(error)}


def write(folder):
    arrays = samples()
    known = {name: array for name, array in arrays.items() if not name.startswith("float64")}
    gguf_types = ("float32", "float16", "int8", "int16", "int32")
    simple = {name: array for name, array in arrays.items() if name.split(".")[0] in gguf_types}
    metadata = {
        "text": "ünï \"code\"", "empty": "", "texts": ["a", "", "ccc"],
        "number": mx.array(7, mx.uint32), "numbers": mx.array([1.5, -2.0], mx.float32),
        "truth": mx.array(True), "long": mx.array([1, -(2**40)], mx.int64),
    }
    files = []
    for name, array in arrays.items():
        files.append(folder / f"{name}.npy")
        mx.save(str(files[-1]), array)
    for dtype in ("<f4", ">f4", ">i2", "<f8", ">u8", "|b1", "<c8"):
        for order in "CF":
            files.append(folder / f"numpy{len(files)}.npy")
            np.save(files[-1], np.asarray(np.arange(6).reshape(2, 3), dtype=dtype, order=order))
    for name, save in (("stored", mx.savez), ("deflated", mx.savez_compressed)):
        files.append(folder / f"{name}.npz")
        save(str(files[-1]), **arrays)
    files.append(folder / "numpy.npz")
    np.savez(files[-1], a=np.arange(4), b=np.ones((2, 2), np.float32))
    files.append(folder / "arrays.safetensors")
    mx.save_safetensors(str(files[-1]), known, {"format": "mlx", "ünï": "\"quoted\"\n"})
    files.append(folder / "plain.safetensors")
    mx.save_safetensors(str(files[-1]), {"a": mx.ones((2,))})
    files.append(folder / "arrays.gguf")
    mx.save_gguf(str(files[-1]), simple, metadata)
    return {file.name: describe(file) for file in files}


if __name__ == "__main__":
    if sys.argv[1] == "write":
        json.dump(write(Path(sys.argv[2])), sys.stdout)
    else:
        paths = [Path(line) for line in sys.stdin.read().splitlines()]
        json.dump({path.name: describe(path) for path in paths}, sys.stdout)
