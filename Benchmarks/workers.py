"""Programs that stay up and run a round when they are told to, so that they can take turns."""

import json
import subprocess
import sys
from contextlib import ExitStack

from comparison import Disagreement


class Worker:
    """A program that answers each line with a measurement."""

    def __init__(self, command: list[str]):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def round(self) -> dict[str, float]:
        """The measurement of one round."""
        try:
            print(file=self.process.stdin, flush=True)
        except BrokenPipeError:
            pass
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.process.args[0]} ended with {self.process.wait()}")
        return json.loads(line)

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait()


def take_turns(name: str, commands: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """The figures of each program in each round; a first round warms up and does not count."""
    samples: dict[str, list[float]] = {program: [] for program in commands}
    with ExitStack() as stack:
        workers = {
            program: stack.enter_context(Worker(command)) for program, command in commands.items()
        }
        for index in range(rounds + 1):
            measured = {
                program: workers[program].round() for program in turn(list(workers), index)
            }
            checks = {program: measured[program]["check"] for program in workers}
            if len(set(checks.values())) > 1:
                raise Disagreement(f"{name}: the programs do not compute the same: {checks}")
            if index > 0:
                for program, measurement in measured.items():
                    samples[program].append(measurement["value"])
            print(f"{name}: round {index} of {rounds}", end="\r", file=sys.stderr)
    return samples


def turn(programs: list[str], index: int) -> list[str]:
    """The programs, with another one first in each round."""
    start = index % len(programs)
    return programs[start:] + programs[:start]
