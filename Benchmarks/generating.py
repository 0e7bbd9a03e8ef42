"""How long the compiler takes."""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from comparison import Comparison

TOOL = ".build/release/mlx-port"


def generate(rounds: int) -> Iterator[Comparison]:
    """All committed text families of mlx-vlm, CPython's start and the formatter with it, on one core."""
    seconds = [run() for _ in range(rounds + 1)]
    yield Comparison("generate", "s", {"mlx-port": seconds[1:]}, greatest=10)


def families() -> list[str]:
    """The families that take nothing but text: no run of theirs has other inputs."""
    definitions = sorted(Path("Generator/Families").glob("*.yml"))
    return [file.stem for file in definitions if not re.search(r"^ +inputs:", file.read_text(), re.M)]


def run() -> float:
    """Seconds from start to end of a process and its children, all on one core."""
    core = {min(os.sched_getaffinity(0))}
    with tempfile.TemporaryDirectory() as folder:
        command = [TOOL, "generate", *families(), "--package", "mlx-vlm", "--output", folder]
        start = time.perf_counter()
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            preexec_fn=lambda: os.sched_setaffinity(0, core),
        )
        return time.perf_counter() - start
