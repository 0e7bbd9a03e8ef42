"""Whole processes that generate: llm-tool, mlx-vlm, mlx-lm on the same checkpoint."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

import checkpoints
from comparison import Comparison, Disagreement, Limit
from workers import turn

TOOL = ".build/release/llm-tool"
PROGRAMS = ("llm-tool", "mlx-vlm", "mlx-lm")
PROMPT = "The river follows the mountain before dawn. A sparrow repairs every question."
LONG_PROMPT = " ".join([PROMPT] * 16)


@dataclass
class Run:
    """One process: what it generated, how fast, and what it used."""

    ids: list[int]
    prompt_tokens_per_second: float
    tokens_per_second: float
    peak_megabytes: float


def tiny(rounds: int) -> Iterator[Comparison]:
    """Hidden 64, 4 layers: the graph and the engine's overhead."""
    return generation("tiny", 500, Limit("mlx-lm", 1.15, at_least=True), rounds)


def small(rounds: int) -> Iterator[Comparison]:
    """Hidden 512, 24 layers, float32: matrix products."""
    return generation("small", 48, Limit("mlx-lm", 0.98, at_least=True), rounds)


def small_4bit(rounds: int) -> Iterator[Comparison]:
    """The same, quantised."""
    return generation("small-4bit", 48, Limit("mlx-lm", 0.98, at_least=True), rounds)


def generation(size: str, tokens: int, limit: Limit, rounds: int) -> Iterator[Comparison]:
    """Greedy tokens per second after the prompt, and the greatest resident memory."""
    name = f"generation-{size}"
    with tempfile.TemporaryDirectory() as folder:
        checkpoints.write(size, folder)

        def measure(programs: list[str]) -> dict[str, Run]:
            runs = {program: run(program, folder, tokens) for program in programs}
            ids = runs["mlx-lm"].ids
            if len(ids) != tokens or any(run.ids != ids for run in runs.values()):
                raise Disagreement(f"{name}: the programs do not generate the same {tokens} ids")
            return runs

        samples = in_turns(name, measure, rounds)
    yield Comparison(
        name, "tokens per second", each(samples, lambda run: run.tokens_per_second), [limit]
    )
    yield Comparison(f"{name}-memory", "peak MB", each(samples, lambda run: run.peak_megabytes))


def prefill_small(rounds: int) -> Iterator[Comparison]:
    """A prompt of some 600 tokens, float32."""
    return prefill("small", rounds)


def prefill_small_4bit(rounds: int) -> Iterator[Comparison]:
    """The same, quantised."""
    return prefill("small-4bit", rounds)


def prefill(size: str, rounds: int) -> Iterator[Comparison]:
    """Tokens of a long prompt per second."""
    name = f"prefill-{size}"
    with tempfile.TemporaryDirectory() as folder:
        checkpoints.write(size, folder)

        def measure(programs: list[str]) -> dict[str, Run]:
            runs = {program: run(program, folder, 2, LONG_PROMPT) for program in programs}
            if any(run.ids != runs["mlx-lm"].ids for run in runs.values()):
                raise Disagreement(f"{name}: the programs do not generate the same ids")
            return runs

        samples = in_turns(name, measure, rounds)
    yield Comparison(
        name,
        "tokens of the prompt per second",
        each(samples, lambda run: run.prompt_tokens_per_second),
        [Limit("mlx-lm", 0.98, at_least=True)],
    )


def first_token(rounds: int) -> Iterator[Comparison]:
    """From the start of the process to the first text on its output."""
    name = "first-token"
    with tempfile.TemporaryDirectory() as folder:
        checkpoints.write("tiny", folder)

        def measure(programs: list[str]) -> dict[str, float]:
            return {program: seconds_to_text(program, folder) for program in programs}

        samples = in_turns(name, measure, rounds)
    limits = [Limit("mlx-vlm", 0.5), Limit("mlx-lm", 0.5)]
    yield Comparison(name, "ms from start to first token", samples, limits)


def in_turns(
    name: str, measure: Callable[[list[str]], dict[str, Any]], rounds: int
) -> dict[str, list[Any]]:
    """Runs each program in each round; a first round warms up and does not count."""
    samples: dict[str, list[Any]] = {program: [] for program in PROGRAMS}
    for index in range(rounds + 1):
        measured = measure(turn(list(PROGRAMS), index))
        if index > 0:
            for program, sample in measured.items():
                samples[program].append(sample)
        print(f"{name}: round {index} of {rounds}", end="\r", file=sys.stderr)
    return samples


def each(samples: dict[str, list[Run]], figure: Callable[[Run], float]) -> dict[str, list[float]]:
    """One figure of all runs."""
    return {program: [figure(run) for run in runs] for program, runs in samples.items()}


def command(
    program: str, model: str, tokens: int, prompt: str = PROMPT, *, as_json: bool
) -> list[str]:
    """What generates greedy tokens: text as it comes, or the result as JSON."""
    if program == "llm-tool":
        options = ["--model", model, "--prompt", prompt, "--ignore-chat-template", "--quiet"]
        options += ["--temperature", "0", "--max-tokens", str(tokens)]
        return [TOOL, *options, *(["--json"] if as_json else [])]
    script = [sys.executable, "Benchmarks/generate.py", program, model, prompt, str(tokens)]
    return [*script, *(["--json"] if as_json else [])]


def run(program: str, model: str, tokens: int, prompt: str = PROMPT) -> Run:
    """Runs one program and reads what it used from the operating system."""
    with tempfile.TemporaryFile() as output:
        words = command(program, model, tokens, prompt, as_json=True)
        peak = peak_megabytes(program, words, output)
        output.seek(0)
        result = json.load(output)
    return Run(result["tokens"], result["prompt_tps"], result["generation_tps"], peak)


def peak_megabytes(program: str, words: list[str], output: IO[bytes] | int) -> float:
    """Runs a process to its end; its greatest resident memory."""
    process = subprocess.Popen(words, stdout=output, stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{program}: {errors.decode(errors='replace').strip()}")
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def seconds_to_text(program: str, model: str) -> float:
    """Milliseconds until the first byte of text."""
    started = time.perf_counter()
    with subprocess.Popen(
        command(program, model, 8, as_json=False), stdout=subprocess.PIPE, bufsize=0
    ) as process:
        text = process.stdout.read(1)
        took = time.perf_counter() - started
        process.stdout.read()
    if process.returncode or not text:
        raise SystemExit(f"{program} ended with {process.returncode} and without text")
    return took * 1000
