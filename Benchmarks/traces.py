"""Comparing traces, and what recording them costs."""

import json
import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from comparison import Comparison

TOOL = ".build/release/mlx-port"
# An llm-tool whose lines are observed, and the tiny Llama that `verify` runs it with.
OBSERVED, OBSERVED_TOOL = ".build/lines", ".build/lines/release/llm-tool"
LLAMA = Path(".build/mlx-port/verify/llama")
STEPS = 200
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


def recording(rounds: int) -> Iterator[Comparison]:
    """A forward pass of the tiny Llama in Python, alone and with all lines recorded: processor time."""
    worker = [".venv/bin/python", "Benchmarks/record_lines.py", str(rounds)]
    result = subprocess.run(worker, capture_output=True, text=True, check=True)
    plain, lines = json.loads(result.stdout)
    ratios = [b / a for a, b in zip(plain, lines, strict=True)]
    yield Comparison("record-lines", "times the plain run", {"recorder": ratios}, greatest=5)


def recording_swift(rounds: int) -> Iterator[Comparison]:
    """Decode steps of the tiny Llama in Swift with observed lines, alone and recorded: processor time.

    What a process takes to start and to run one step is not counted.
    """
    build_observed()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = (write_inputs(folder / f"{steps}.safetensors", steps) for steps in (1, 1 + STEPS))
        # In turn, as the machine may be slower for a while.
        ratios = []
        for _ in range(rounds + 1):
            plain = forward(many, folder) - forward(few, folder)
            trace = ["--trace", str(folder / "lines.trace.jsonl")]
            ratios.append((forward(many, folder, trace) - forward(few, folder, trace)) / plain)
    yield Comparison("record-lines-swift", "times the plain run", {"llm-tool": ratios[1:]}, greatest=5)


def build_observed() -> None:
    """Writes the observed sources, as `verify --lines` does, and builds them optimised."""
    verify = [TOOL, "verify", "llama", "--lines", "--dtype", "float32", "--batch", "1"]
    subprocess.run(verify, check=True, stdout=subprocess.DEVNULL)
    sources = {
        f"MLX_PORT_{part.upper()}": f".build/mlx-port/line-{part}"
        for part in ("models", "shared", "ported")
    }
    command = ["swift", "build", "-c", "release", "--scratch-path", OBSERVED, "--product", "llm-tool"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ | sources)


def write_inputs(path: Path, steps: int) -> Path:
    """A prompt of 13 tokens and some more that follow one by one."""
    import mlx.core as mx

    ids = [[(7 * index + 3) % 97 for index in range(13 + steps)]]
    tensors = {"input_ids": mx.array([ids[0][:13]]), "decode_ids": mx.array([ids[0][13:]])}
    mx.save_safetensors(str(path), tensors)
    return path


def forward(inputs: Path, folder: Path, options: list[str] | None = None) -> float:
    """Seconds of processor time of a forward pass."""
    command = [OBSERVED_TOOL, "forward", "--model", str(LLAMA / "checkpoint-float32")]
    command += ["--inputs", str(inputs), "--output", str(folder / "out.safetensors")]
    # As in `verify --lines`: inside compiled functions there are no values.
    return run(command + (options or []), MLX_DISABLE_COMPILE="1")[0]
