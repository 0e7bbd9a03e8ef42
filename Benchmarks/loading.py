"""What a process holds in memory after loading a checkpoint."""

import tempfile
from collections.abc import Iterator

import checkpoints
from comparison import Comparison
from graph import PYTHON, SWIFT
from workers import Worker, turn


def resident_memory(rounds: int) -> Iterator[Comparison]:
    """Resident memory beyond the weights, all of them evaluated; a process for each sample."""
    name = "resident-memory"
    with tempfile.TemporaryDirectory() as folder:
        checkpoints.write("large", folder)
        commands = {
            "Swift": [SWIFT, name, folder],
            "mlx-vlm": [*PYTHON, name, "mlx-vlm", folder],
            "mlx-lm": [*PYTHON, name, "mlx-lm", folder],
        }
        samples: dict[str, list[float]] = {program: [] for program in commands}
        weights = set()
        for index in range(rounds):
            for program in turn(list(commands), index):
                with Worker(commands[program]) as worker:
                    measured = worker.round()
                samples[program].append(measured["value"])
                weights.add(measured["check"])
    megabytes = "/".join(f"{size / 1e6:.0f}" for size in weights)
    yield Comparison(
        name, f"MB resident beyond the {megabytes} MB of weights", samples, greatest=40
    )
