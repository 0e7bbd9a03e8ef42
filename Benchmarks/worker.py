"""The Python side of the benchmarks: NAME [PACKAGE CHECKPOINT].

Runs a round for each line of the standard input, and answers with its measurement as JSON.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import mlx.core as mx

OPERATIONS = 10_000
PROMPT = 32
STEPS = 8

Round = Callable[[], tuple[float, float]]


def chain_array() -> Round:
    """Builds the graph of `y + array`, without evaluating it: nanoseconds an operation."""
    start, ones = mx.zeros(16), mx.ones(16)
    mx.eval(start, ones)

    def measure() -> tuple[float, float]:
        y = start
        began = time.thread_time_ns()
        for _ in range(OPERATIONS):
            y = y + ones
        took = time.thread_time_ns() - began
        return took / OPERATIONS, y[0].item()

    return measure


def chain_scalar() -> Round:
    """The same with `y + 1`."""
    start = mx.zeros(16)
    mx.eval(start)

    def measure() -> tuple[float, float]:
        y = start
        began = time.thread_time_ns()
        for _ in range(OPERATIONS):
            y = y + 1
        took = time.thread_time_ns() - began
        return took / OPERATIONS, y[0].item()

    return measure


def decode_step(package_name: str, checkpoint: str) -> Round:
    """Builds the graph of a decode step: microseconds. Evaluation comes after each one."""
    from recorder.packages import package

    python = package(package_name)
    model = python.load(Path(checkpoint))
    cache = python.make_cache(model)

    if package_name == "mlx-vlm":
        # As `generate_step` calls it.
        language_model = model.language_model

        def following(ids: mx.array) -> mx.array:
            logits = language_model(ids, inputs_embeds=None, cache=cache).logits
            return mx.argmax(logits[:, -1, :], axis=-1)
    else:

        def following(ids: mx.array) -> mx.array:
            logits = model(ids, cache=cache)
            return mx.argmax(logits[:, -1, :], axis=-1)

    token = following(mx.arange(PROMPT)[None])
    mx.eval(token)

    def measure() -> tuple[float, float]:
        nonlocal token
        took = ids = 0
        for _ in range(STEPS):
            began = time.thread_time_ns()
            token = following(token[None])
            took += time.thread_time_ns() - began
            mx.eval(token)
            ids += token.item()
        return took / 1000 / STEPS, ids

    return measure


def resident_memory(package_name: str, checkpoint: str) -> Round:
    """Loads a checkpoint: resident megabytes of the process beyond the weights."""
    from mlx.utils import tree_flatten
    from recorder.packages import package

    model = package(package_name).load(Path(checkpoint))
    mx.eval(model.parameters())

    def measure() -> tuple[float, float]:
        weights = sum(array.nbytes for _, array in tree_flatten(model.parameters()))
        status = Path("/proc/self/status").read_text()
        resident = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return (int(resident.split()[1]) * 1024 - weights) / 1e6, weights

    return measure


def main() -> int:
    """Serves rounds until the input ends."""
    benchmarks = {
        "chain-array": chain_array,
        "chain-scalar": chain_scalar,
        "decode-step": decode_step,
        "resident-memory": resident_memory,
    }
    measure = benchmarks[sys.argv[1]](*sys.argv[2:])
    for _ in sys.stdin:
        value, check = measure()
        print(json.dumps({"value": value, "check": check}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
