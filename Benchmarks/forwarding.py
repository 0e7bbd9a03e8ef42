"""What a process holds at most that gives the logits of a prompt: llm-tool and mlx-lm."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import checkpoints
from comparison import Comparison, Limit
from generation import TOOL, peak_megabytes
from workers import turn

LIMITS = {"tiny": 0.46, "small": 0.976, "small-4bit": 0.886}
"""Those of mlx-swift-lm, written by hand, on a machine like this."""


def forward_memory(rounds: int) -> Iterator[Comparison]:
    """The greatest resident memory of a forward pass over 32 ids; a process for each sample."""
    for size, bound in LIMITS.items():
        with tempfile.TemporaryDirectory() as place:
            folder, inputs = f"{place}/model", f"{place}/inputs.safetensors"
            checkpoints.write(size, folder)
            # In a process of its own: a child's peak memory is never below that of its parent.
            script = "import mlx.core as mx, sys; mx.save_safetensors(sys.argv[1], {'input_ids': mx.arange(1, 33)[None]})"
            subprocess.run([sys.executable, "-c", script, inputs], check=True)
            options = ["--model", folder, "--inputs", inputs, "--package", "mlx-lm"]
            commands = {
                "llm-tool": [TOOL, "forward", *options, "--output", f"{place}/logits.safetensors"],
                "mlx-lm": [sys.executable, str(Path(__file__).parent / "forward.py"), folder, inputs],
            }
            samples: dict[str, list[float]] = {program: [] for program in commands}
            for index in range(rounds):
                for program in turn(list(commands), index):
                    peak = peak_megabytes(program, commands[program], subprocess.DEVNULL)
                    samples[program].append(peak)
        yield Comparison(f"forward-memory-{size}", "peak MB", samples, [Limit("mlx-lm", bound)])
