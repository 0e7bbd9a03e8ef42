"""Answers questions, one a line, in a process that stays: whether the Python runs a configuration
and where it fails if it does not, and what a verification compares with."""

import gc
import json
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any, Iterator, TextIO

import mlx.core as mx

from . import checkpoint, converting, definition, forward, media, recording, seeded
from .errors import InputError
from .packages import Package, package

SECONDS = 60
KEPT_BYTES = 1 << 28
"""What the engine may keep of freed memory, which is all of the machine's otherwise."""


class Degenerate(Exception):
    """The model ran, but its logits say nothing about it."""


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answers each line of `requests`, a JSON object, with a line of JSON."""
    for line in requests:
        request = json.loads(line)
        if "convert" in request:
            answer = convert(request)
        else:
            answer = record(request) if "definition" in request else attempt(request)
        print(json.dumps(answer), file=answers, flush=True)


def record(request: dict[str, Any]) -> dict[str, Any]:
    """Fills a working folder, as the command `work` does."""
    try:
        family = definition.read(request["definition"])
        selection = recording.Selection(
            tuple(request["dtypes"]),
            tuple(request["batches"]),
            tuple(request.get("scenes", ())),
            request.get("skipsHeavy", False),
        )
        chosen = recording.variants(family, selection)
        layout = family.reference.layout
        folder = Path(request["output"])
        return {
            "written": recording.work(family, folder, chosen, layout, 1, False, lambda _: None)
        }
    except Exception as error:  # what a package raises is its own
        return {"error": f"{type(error).__name__}: {_first_line(error)}"}
    finally:
        release()


def convert(request: dict[str, Any]) -> dict[str, Any]:
    """Writes the checkpoints of a family as its package does, and generates from each."""
    try:
        family = definition.read(request["convert"])
        kinds = tuple(request["kinds"]) or converting.KINDS
        unknown = [kind for kind in kinds if kind not in converting.KINDS]
        if unknown:
            raise InputError(f"unknown kind {unknown[0]!r}; known: {', '.join(converting.KINDS)}")
        return {"checkpoints": list(converting.write(family, Path(request["output"]), kinds))}
    except Exception as error:  # what a package raises is its own
        return {"error": f"{type(error).__name__}: {_first_line(error)}"}
    finally:
        release()


def attempt(request: dict[str, Any]) -> dict[str, Any]:
    """Runs one configuration the way a verification does: through a checkpoint, the package's
    loader, prefill, decode steps and a pass without a cache, for each batch size."""
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(SECONDS)
    run = Run(request)
    try:
        python = package(request["package"])
        with tempfile.TemporaryDirectory() as folder:
            run.execute(python, Path(folder))
        answer = {"runs": True, "stage": run.stage, "layout": run.layout, "frames": []}
        if run.shown:
            answer["shown"] = run.shown.description | {"batches": run.batches}
        return answer
    except Exception as error:  # what a package raises is its own
        return {
            "runs": False,
            "stage": run.stage,
            "layout": run.layout,
            "error": f"{type(error).__name__}: {_first_line(error)}",
            "frames": list(_frames(error, request["package"])),
        }
    finally:
        signal.alarm(0)
        release()


class Run:
    """One configuration: what it is run with, and how far it comes."""

    def __init__(self, request: dict[str, Any]):
        self.request = request
        self.layout = "mlx"
        self.stage = 0
        self.shown: media.Shown | None = None
        self.batches: list[int] = []

    def execute(self, python: Package, folder: Path) -> None:
        """Makes, loads and runs the model; raises what the package raises."""
        seed = self.request["seed"]
        model = self._load(python, folder, seed)
        home = f"{python.module}.models.{self.request['family']}"
        chosen = python.module_of(self.request["config"])
        if chosen != home:
            raise ValueError(f"the model_type is served by {chosen}")
        self.stage += 1
        if "media" in self.request:
            search = media.Search(python, model, self.request["vocabulary"], seed)
            self.shown = search.find(self.request["media"])
            self.stage += 1
        for batch in self.request["batches"]:
            try:
                self._pass(python, model, batch, seed)
            except Exception:  # what a package raises is its own
                # Some models are shown one sequence's media at a time.
                if self.shown is None or not self.batches:
                    raise
                continue
            self.batches.append(batch)

    def _pass(self, python: Package, model: Any, batch: int, seed: int) -> None:
        """Runs a batch, with a cache and without."""
        inputs = self._inputs(batch, seed)
        for passes in ("cached", "full"):
            outputs = forward.run(python, model, inputs, passes=(passes,))
            self.stage += 1
            for name, logits in outputs.items():
                _check(name, logits)
            self.stage += 1

    def _inputs(self, batch: int, seed: int) -> dict[str, mx.array]:
        """What the passes are given."""
        vocabulary, steps = self.request["vocabulary"], self.request["decode_steps"]
        if self.shown is None:
            lengths = {"input_ids": self.request["prompt_length"], "decode_ids": steps}
            return {
                name: mx.array(seeded.token_ids(name, batch, length, vocabulary, seed))
                for name, length in lengths.items()
            }
        lengths = {"input_ids": self.shown.prompt_length, "decode_ids": steps}
        ids = {
            name: self.shown.ids(name, batch, length, vocabulary, seed)
            for name, length in lengths.items()
        }
        return ids | {
            name: value.batch(name, batch, seed) for name, value in self.shown.inputs.items()
        }

    def _load(self, python: Package, folder: Path, seed: int) -> Any:
        """Loads seeded weights; some families only read the names of the Hub."""
        config = self.request["config"]
        checkpoint.write(folder, python, config, "float32", seed)
        self.stage += 1
        try:
            return python.load(folder)
        except Exception as error:  # what a package raises is its own
            checkpoint.write(folder, python, config, "float32", seed, "huggingface")
            try:
                model = python.load(folder)
            except Exception:
                raise error from None
            self.layout = "huggingface"
            return model


def _check(name: str, logits: mx.array) -> None:
    # A token that is never meant to be chosen has minus infinity.
    finite = mx.isfinite(logits)
    if mx.any(mx.isnan(logits)).item() or not mx.any(finite).item():
        raise Degenerate(f"{name} are not finite")
    values = mx.where(finite, logits.astype(mx.float32), 0)
    if mx.std(values).item() < 1e-6:
        raise Degenerate(f"{name} are all alike")
    if logits.shape[1] > 1 and mx.all(values[:, :1] == values).item():
        raise Degenerate(f"{name} are the same at every position")


def _frames(error: Exception, name: str) -> Iterator[dict[str, Any]]:
    """Where in the package's models the error was raised, innermost first."""
    marker = f"/{name.replace('-', '_')}/models/"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        _, found, path = frame.filename.partition(marker)
        if found:
            yield {"file": path, "line": frame.lineno, "function": frame.name}


def _first_line(error: Exception) -> str:
    return next((line for line in str(error).splitlines() if line.strip()), "")[:300]


def _give_up(*_: Any) -> None:
    raise TimeoutError(f"still running after {SECONDS} seconds")


def release() -> None:
    """Frees a model that a question was about: errors hold frames that hold it, in cycles."""
    gc.collect()
    mx.clear_cache()


def main() -> int:
    """Serves standard input; what the packages print goes to standard error."""
    mx.set_cache_limit(KEPT_BYTES)
    answers = sys.stdout
    sys.stdout = sys.stderr
    serve(sys.stdin, answers)
    return 0
