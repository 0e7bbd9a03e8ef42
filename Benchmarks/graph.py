"""How long it takes to build graphs, without evaluating them: Swift, C++, Python."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import checkpoints
from comparison import Comparison, Limit
from workers import take_turns

SWIFT = ".build/release/mlx-benchmarks"
CXX = Path(".build/bench/cxx")
PYTHON = [sys.executable, "Benchmarks/worker.py"]


def build_cxx() -> str:
    """Compiles the C++ programs against the engine's own headers."""
    engine = Path(".venv/mlx").resolve()
    CXX.parent.mkdir(parents=True, exist_ok=True)
    command = ["g++", "-std=c++20", "-O2", f"-I{engine}/include", "Benchmarks/Cxx/main.cpp"]
    command += ["-o", str(CXX), f"-L{engine}/lib", "-lmlx", f"-Wl,-rpath,{engine}/lib"]
    subprocess.run(command, check=True)
    return str(CXX)


def chain_array(rounds: int) -> Iterator[Comparison]:
    """A chain of `y + array`."""
    yield chain("chain-array", rounds, Limit("C++", 1.10))


def chain_scalar(rounds: int) -> Iterator[Comparison]:
    """A chain of `y + 1`."""
    yield chain("chain-scalar", rounds, Limit("C++", 1.00))


def chain(name: str, rounds: int, limit: Limit) -> Comparison:
    """10,000 operations after one another."""
    commands = {"Swift": [SWIFT, name], "C++": [build_cxx(), name], "Python": [*PYTHON, name]}
    return Comparison(
        name,
        "ns of thread CPU time per operation",
        take_turns(name, commands, rounds),
        [limit, Limit("Python", 1.00)],
    )


def decode_step(rounds: int) -> Iterator[Comparison]:
    """One decode step of a 4-bit Llama with 24 layers."""
    name = "decode-step"
    size = checkpoints.STEP
    with tempfile.TemporaryDirectory() as folder:
        checkpoints.write("step", folder)
        numbers = (size.hidden, size.layers, size.heads, size.key_value_heads)
        commands = {
            "Swift": [SWIFT, name, folder],
            "C++": [build_cxx(), name, folder, *map(str, numbers)],
            "mlx-vlm": [*PYTHON, name, "mlx-vlm", folder],
            "mlx-lm": [*PYTHON, name, "mlx-lm", folder],
        }
        samples = take_turns(name, commands, rounds)
    yield Comparison(
        name,
        "µs of thread CPU time per step",
        samples,
        [Limit("C++", 1.15), Limit("mlx-vlm", 0.62), Limit("mlx-lm", 0.62)],
    )
