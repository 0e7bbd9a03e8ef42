"""Measures decoding by llm-tool, mlx-vlm and mlx-lm on the same checkpoints, in turns.

Each run is a process of its own. A round runs every program with a short and a long generation; the
difference of the two gives the processor time of a token, without start and loading.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

TOOL = ".build/release/llm-tool"
PROGRAMS = ("llm-tool", "mlx-vlm", "mlx-lm")
PROMPT = "The river follows the mountain before dawn. A sparrow repairs every question."

# Sizes of random Llamas: (hidden, layers, heads, key-value heads, feed-forward, short, long).
SIZES = {
    "tiny": (64, 4, 4, 2, 128, 100, 500),
    "small": (512, 24, 8, 4, 1536, 20, 100),
}


@dataclass
class Run:
    """One process: what it generated, how fast, and what it used."""

    ids: list[int]
    tokens_per_second: float
    processor_seconds: float
    peak_bytes: int


def main() -> int:
    """Runs the benchmark; 0 fine, 1 if the programs generate different ids, 2 bad input."""
    parser = argparse.ArgumentParser(prog="Benchmarks/run.sh", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", action="append", choices=tuple(SIZES), help="repeatable")
    parser.add_argument("--output", type=Path, default=Path(".build/bench/decode.json"))
    parser.add_argument("--generate", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--checkpoint", nargs=2, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    os.environ.update(HF_HUB_OFFLINE="1", TRANSFORMERS_VERBOSITY="error")
    if arguments.generate:
        return generate(*arguments.generate)
    if arguments.checkpoint:
        return write_checkpoint(*arguments.checkpoint)
    if not Path(TOOL).is_file():
        print(f"{TOOL} is not there: run 'make build'", file=sys.stderr)
        return 2
    results = {"machine": machine(), "rounds": arguments.rounds, "sizes": {}}
    for size in arguments.size or SIZES:
        with tempfile.TemporaryDirectory() as folder:
            # In a process of its own: a child's peak memory is never below that of its parent.
            model = f"{folder}/model"
            subprocess.run([sys.executable, __file__, "--checkpoint", size, model], check=True)
            measured = measure(size, model, arguments.rounds)
        if measured is None:
            return 1
        results["sizes"][size] = measured
        show(size, measured)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(results, indent=2) + "\n")
    print(f"\n{arguments.output}", file=sys.stderr)
    return 0


def write_checkpoint(size: str, place: str) -> int:
    """A float32 Llama with seeded weights, as mlx-lm saves it; all three programs read that."""
    from recorder import checkpoint, demo
    from recorder.packages import package

    hidden, layers, heads, key_value_heads, inner, _, _ = SIZES[size]
    words = demo.tokenizer(480)
    config = {
        "model_type": "llama",
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "intermediate_size": inner,
        "num_attention_heads": heads,
        "num_key_value_heads": key_value_heads,
        "rms_norm_eps": 1e-5,
        "vocab_size": len(words),
        "max_position_embeddings": 2048,
        "rope_theta": 10000.0,
        "tie_word_embeddings": False,
        "eos_token_id": words.eos_token_id,
    }
    python = package("mlx-lm")
    model = python.build(config)
    model.load_weights(list(checkpoint.seeded_weights(model, "float32", 7).items()))
    folder = Path(place)
    folder.mkdir(parents=True)
    python.save(model, config, folder)
    words.save_pretrained(folder)
    return 0


def measure(size: str, model: str, rounds: int) -> dict | None:
    """The medians over the rounds; None if the programs disagree on the ids."""
    short, long = SIZES[size][-2:]
    samples = {program: [] for program in PROGRAMS}
    for index in range(rounds + 1):
        # Who goes first changes from round to round.
        order = PROGRAMS[index % 3 :] + PROGRAMS[: index % 3]
        pairs = {name: (run(name, model, short), run(name, model, long)) for name in order}
        ids = {name: pair[1].ids for name, pair in pairs.items()}
        if any(other != ids["mlx-lm"] for other in ids.values()) or len(ids["mlx-lm"]) != long:
            lengths = {name: len(value) for name, value in ids.items()}
            print(f"{size}: the programs did not generate the same {long} ids: {lengths}")
            return None
        if index == 0:
            continue  # warms up the machine's caches, and compiles kernels
        for name, (first, second) in pairs.items():
            samples[name].append(
                {
                    "tokens_per_second": second.tokens_per_second,
                    "processor_ms_per_token": 1000
                    * (second.processor_seconds - first.processor_seconds)
                    / (long - short),
                    "peak_mb": second.peak_bytes / 1e6,
                }
            )
        print(f"{size}: round {index} of {rounds}", file=sys.stderr)
    return {
        name: {
            key: {
                "median": statistics.median(values := [sample[key] for sample in list_]),
                "low": min(values),
                "high": max(values),
            }
            for key in list_[0]
        }
        for name, list_ in samples.items()
    }


def run(program: str, model: str, tokens: int) -> Run:
    """Runs one program and reads what it used from the operating system."""
    if program == "llm-tool":
        command = [TOOL, "--model", model, "--prompt", PROMPT, "--ignore-chat-template"]
        command += ["--temperature", "0", "--max-tokens", str(tokens), "--json", "--quiet"]
    else:
        command = [sys.executable, __file__, "--generate", program, model, str(tokens)]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{program}: {errors.decode(errors='replace').strip()}")
        output.seek(0)
        result = json.load(output)
    scale = 1 if sys.platform == "darwin" else 1024
    return Run(
        result["tokens"],
        result["generation_tps"],
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss * scale,
    )


def generate(program: str, model: str, tokens: str) -> int:
    """What runs in a Python process: greedy tokens through the package's own generation."""
    if program == "mlx-vlm":
        from mlx_vlm import load, stream_generate

        options = {"temperature": 0.0}
    else:
        from mlx_lm import load, stream_generate

        options = {}
    loaded, words = load(model)
    ids = []
    for result in stream_generate(loaded, words, PROMPT, max_tokens=int(tokens), **options):
        ids.append(result.token)
    if program == "mlx-vlm":
        ids = [int(token) for token in result.token_ids]
    print(json.dumps({"tokens": ids, "generation_tps": result.generation_tps}))
    return 0


def machine() -> dict:
    """What the figures hold for."""
    return {
        "system": platform.platform(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in ("mlx", "mlx-vlm", "mlx-lm")},
    }


def show(size: str, measured: dict) -> None:
    """A table of medians, with the range of the rounds."""
    print(f"\n{size:<10}{'tokens/s':>24}{'processor ms/token':>26}{'peak MB':>12}")
    for name, figures in measured.items():
        speed, time, peak = figures.values()
        print(
            f"{name:<10}"
            f"{speed['median']:>10.1f} ({speed['low']:.1f}–{speed['high']:.1f})".ljust(38)
            + f"{time['median']:>8.2f} ({time['low']:.2f}–{time['high']:.2f})".ljust(28)
            + f"{peak['median']:>8.0f}"
        )


if __name__ == "__main__":
    sys.exit(main())
