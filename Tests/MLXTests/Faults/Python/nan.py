"""What the Python side gives for arrays with NaNs, infinities and zeros of both signs, as JSON."""

import json
import sys

import mlx.core as mx
import numpy as np

VALUES = [1.0, float("nan"), -0.0, float("inf"), 0.0, -float("inf"), float("nan"), -2.0]
OPERATIONS = {
    "sort": mx.sort, "argsort": mx.argsort, "argmax": mx.argmax, "argmin": mx.argmin,
    "max": mx.max, "min": mx.min, "sum": mx.sum, "prod": mx.prod, "mean": mx.mean, "var": mx.var,
    "isnan": mx.isnan, "isinf": mx.isinf, "cummax": mx.cummax, "cummin": mx.cummin,
    "logsumexp": mx.logsumexp, "softmax": lambda a: mx.softmax(a, axis=-1),
    "rows max": lambda a: mx.max(a.reshape(2, 4), axis=1),
    "rows argmax": lambda a: mx.argmax(a.reshape(2, 4), axis=1),
    "nan_to_num": mx.nan_to_num, "clip": lambda a: mx.clip(a, -1.0, 1.0),
    "topk": lambda a: mx.topk(a, 3), "partition": lambda a: mx.partition(a, 3),
    "array_equal": lambda a: mx.array_equal(a, a),
    "array_equal nan": lambda a: mx.array_equal(a, a, equal_nan=True),
    "allclose": lambda a: mx.allclose(a, a), "any": mx.any, "all": mx.all,
}
BINARY = {
    "==": mx.equal, "!=": mx.not_equal, "<": mx.less, "<=": mx.less_equal, ">": mx.greater,
    ">=": mx.greater_equal, "maximum": mx.maximum, "minimum": mx.minimum,
    "logaddexp": mx.logaddexp, "isclose": lambda a, b: mx.isclose(a, b, equal_nan=True),
}


def contents(array):
    flat = mx.contiguous(array).reshape(-1)
    return {
        "dtype": str(array.dtype).removeprefix("mlx.core."),
        "shape": list(array.shape),
        "bytes": bytes(np.array(flat.view(mx.uint8))).hex(),
    }


results = {}
for dtype in ("float16", "bfloat16", "float32"):
    a = mx.array(VALUES, getattr(mx, dtype))
    b = a[::-1]
    for name, operation in OPERATIONS.items():
        results[f"{dtype} {name}"] = contents(operation(a))
    for name, operation in BINARY.items():
        results[f"{dtype} {name}"] = contents(operation(a, b))
json.dump(results, sys.stdout)
