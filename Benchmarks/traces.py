"""Comparing traces."""

import json
import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from comparison import Comparison

TOOL = ".build/release/mlx-port"
RECORDS = 100_000


def compare(rounds: int) -> Iterator[Comparison]:
    """Two traces of 100,000 records, a thousandth of them different, by `mlx-port compare`."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{side}.trace.jsonl" for side in ("reference", "candidate")]
        write_pair(*paths)
        seconds, megabytes = zip(*(run([TOOL, "compare", *map(str, paths)]) for _ in range(rounds + 1)))
    yield Comparison("compare-traces", "s", {"mlx-port": list(seconds[1:])}, greatest=2)
    yield Comparison("compare-traces-memory", "MB", {"mlx-port": list(megabytes[1:])}, greatest=300)


def write_pair(reference: Path, candidate: Path) -> None:
    """Writes two traces of one run, as long as they are wide: 250 layers with 10 values in 40 passes."""
    draw = random.Random(7)
    head = {
        "trace": 1, "family": "generated", "package": "mlx-vlm", "version": "0", "dtype": "float32",
        "batch": 1, "seed": 7, "recorder": "benchmark", "probes": "lines", "records": RECORDS,
    }
    with reference.open("w") as left, candidate.open("w") as right:
        for file in (left, right):
            file.write(json.dumps(head) + "\n")
        for index in range(RECORDS):
            run, place = divmod(index, 2500)
            layer, name = divmod(place, 10)
            record = {
                "run": f"decode.{run}" if run else "prefill",
                "kind": "line" if name else "module",
                "path": f"language_model.model.layers.{layer}.self_attn",
                "source": f"generated/language.py:{100 + name}:9",
                "name": f"value_{name}" if name else "Attention",
                "call": 0,
                "shape": [1, 13, 64],
                "dtype": "float32",
                **{key: draw.gauss(0, 30) for key in ("sum", "l2", "min", "max")},
                "checksum": f"{draw.getrandbits(64):016x}",
                "hash": f"{draw.getrandbits(256):064x}",
            }
            line = json.dumps(record, separators=(",", ":"))
            left.write(line + "\n")
            if index % 1000 == 999:
                line = line[:-66] + f'{draw.getrandbits(256):064x}"}}'
            right.write(line + "\n")


def run(command: list[str], **environment: str) -> tuple[float, float]:
    """Seconds of processor time, on one core, and the most megabytes that a command takes; it may find
    differences."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ | environment)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(f"{command[0]} failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000
