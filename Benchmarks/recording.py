"""What recording every line of a run costs, on both sides: the same prompt and decode steps of a tiny Llama."""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from comparison import Comparison
from traces import TOOL, run

# An llm-tool whose lines are observed, and the tiny Llama that `verify` runs it with.
OBSERVED, OBSERVED_TOOL = ".build/lines", ".build/lines/release/llm-tool"
LLAMA = Path(".build/mlx-port/verify/llama")
STEPS = 200
UNIT = "times the plain run"


def record_lines(rounds: int) -> Iterator[Comparison]:
    """Processor time of a run with all lines recorded and written, by that of the plain run."""
    build_observed()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield Comparison("record-lines-swift", UNIT, {"llm-tool": swift(rounds, folder)}, greatest=5)
        yield Comparison("record-lines-python", UNIT, {"recorder": python(rounds, folder)}, greatest=5)


def python(rounds: int, folder: Path) -> list[float]:
    """The recorder's ratios, whose process has loaded the model before."""
    inputs = write_inputs(folder / "inputs.safetensors", STEPS)
    worker = [".venv/bin/python", "Benchmarks/record_lines.py", str(rounds), str(inputs)]
    result = subprocess.run(worker, capture_output=True, text=True, check=True)
    return [recorded / plain for plain, recorded in json.loads(result.stdout)]


def swift(rounds: int, folder: Path) -> list[float]:
    """The tool's ratios; what a process takes to start and to run one step is not counted."""
    few, many = (write_inputs(folder / f"{steps}.safetensors", steps) for steps in (1, 1 + STEPS))
    trace = ["--trace", str(folder / "lines.trace.jsonl")]
    ratios = []
    # In turn, as the machine may be slower for a while.
    for _ in range(rounds + 1):
        plain = forward(many, folder) - forward(few, folder)
        ratios.append((forward(many, folder, trace) - forward(few, folder, trace)) / plain)
    return ratios[1:]


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
