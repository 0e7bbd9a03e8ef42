"""Finds how a model takes media: which of several layouts of its inputs, and how many tokens stand for
what is seen."""

import math
import re
from dataclasses import dataclass
from typing import Any, Iterator

import mlx.core as mx
import mlx.nn as nn
import numpy as np

from .inputs import Mark, Tensor, token_ids
from .packages import VisionLanguagePackage
from .probes import Probe

TEXT_TOKENS = 8
"""How many tokens of the prompt stand for nothing but themselves."""
SHORTEST = 13
MOST_FEATURES = 4096
COUNTS = 24
"""How many counts are tried where nothing tells the right one."""


class Unseen(Exception):
    """The model ran, but what it is shown makes no difference."""


@dataclass(frozen=True)
class Shown:
    """What a model is shown, and where its tokens stand in the prompt."""

    inputs: dict[str, Tensor]
    marks: tuple[Mark, ...]
    prompt_length: int
    layout: int
    token: int | None
    """What stands for what is seen; the other marks stand around it."""

    @property
    def description(self) -> dict[str, Any]:
        """What a definition is made of."""
        return {
            "layout": self.layout,
            "marks": [mark.description for mark in self.marks],
            "prompt_length": self.prompt_length,
        }

    def ids(self, name: str, batch: int, length: int, vocabulary: int, seed: int) -> mx.array:
        """Token ids of the prompt or of the steps."""
        marks = self.marks if name == "input_ids" else ()
        reserved = {mark.token for mark in self.marks}
        return token_ids(name, batch, length, vocabulary, seed, marks, reserved)


class Search:
    """Tries layouts, tokens and counts on a model that is loaded."""

    def __init__(
        self, python: VisionLanguagePackage, model: nn.Module, vocabulary: int, seed: int
    ):
        self.python, self.model = python, model
        self.vocabulary, self.seed = vocabulary, seed
        self.furthest: tuple[int, Exception] | None = None

    def find(self, request: dict[str, Any]) -> Shown:
        """The first layout that the model takes so that what it sees makes a difference; raises what the
        layout that came furthest led to."""
        for layout, fields in enumerate(request["layouts"]):
            inputs = {name: tensor(entry) for name, entry in fields.items()}
            ends = request["ends"][layout] if "ends" in request else 1
            after = request["after"][:1] * ends
            for token in [*request["tokens"], None]:
                found = self._count(layout, inputs, token, request["before"], after)
                if found is not None:
                    return found
        if self.furthest is None:
            raise Unseen("no layout of the pixels is known")
        raise self.furthest[1]

    def _count(
        self, layout: int, inputs: dict[str, Tensor], token: int | None,
        before: list[int], after: list[int],
    ) -> Shown | None:  # fmt: skip
        def shown(count: int) -> Shown:
            return with_marks(layout, inputs, token, count, before, after)

        if token is None:
            return shown(0) if self._differs(shown(0)) else None
        if -token > self.vocabulary:
            self._failed(Unseen(f"the token {token} counts from the end of vocab_size"), 0)
            return None
        partly: Shown | None = None
        for count in self._counts(shown(1)):
            candidate = shown(count)
            share = self._differs(candidate)
            if share == 1:
                return candidate
            if share > 0 and partly is None:
                partly = candidate
        return partly

    def _counts(self, shown: Shown) -> Iterator[int]:
        """The likeliest numbers of features first: those that modules beside the language model return in
        the width of embeddings, those of which an error tells, and small ones."""
        seen: set[int] = set()

        def fresh(count: int) -> bool:
            return 0 < count <= MOST_FEATURES and not (count in seen or seen.add(count))

        width = self._embedded(with_marks(0, {}, None, 0, [], []), {})["inputs_embeds"].shape[-1]
        with Probe(self.model) as probe:
            try:
                self._embedded(shown, self._arrays(shown, self.seed))
            except Exception as error:  # what a package raises is its own
                self._failed(error, len(probe.records))
                told = [int(number) for number in re.findall(r"\b\d+\b", str(error))]
            else:
                told = []
        shapes = [
            record["shape"] for record in probe.records
            if record["kind"] == "module" and not record["path"].startswith("language_model")
        ]  # fmt: skip
        rows = [math.prod(shape[:-1]) for shape in shapes if shape and shape[-1] == width]
        yield from filter(fresh, [*reversed(rows), *sorted(told, reverse=True)])
        if rows:
            yield from filter(fresh, range(1, COUNTS))

    def _differs(self, shown: Shown) -> float:
        """The share of the marked places at which other pixels give other embeddings; without marks,
        whether any of the features does."""
        try:
            one, other = (
                self._embedded(shown, self._arrays(shown, seed)) for seed in (self.seed, self.seed + 1)
            )
        except Exception as error:  # what a package raises is its own
            self._failed(error, 0)
            return 0
        if not shown.marks:
            return float(any(not mx.array_equal(one[name], other[name]) for name in one))
        changed = np.array(mx.any(one["inputs_embeds"] != other["inputs_embeds"], axis=-1))[0]
        marked = max(shown.marks, key=lambda mark: mark.token == shown.token)
        share = float(changed[marked.at : marked.at + marked.count].mean())
        if share == 0:
            self._failed(Unseen("what the model is shown makes no difference"), 0)
        return share

    def _arrays(self, shown: Shown, seed: int) -> dict[str, mx.array]:
        return {name: value.batch(name, 1, seed) for name, value in shown.inputs.items()}

    def _embedded(self, shown: Shown, arrays: dict[str, mx.array]) -> dict[str, mx.array]:
        length = shown.prompt_length
        ids = shown.ids("input_ids", 1, length, self.vocabulary, self.seed)
        embedded, _ = self.python.embedded(self.model, ids, arrays)
        features = {
            name: value for name, value in embedded.to_dict().items() if isinstance(value, mx.array)
        }
        mx.eval(features)
        return features

    def _failed(self, error: Exception, progress: int) -> None:
        if self.furthest is None or progress > self.furthest[0]:
            self.furthest = progress, error


def with_marks(
    layout: int, inputs: dict[str, Tensor], token: int | None, count: int,
    before: list[int], after: list[int],
) -> Shown:  # fmt: skip
    """What is shown as one run of a token behind the first one of the prompt, between other tokens."""
    marks: list[Mark] = []
    place = 1
    if token is not None and count > 0:
        runs = [(mark, 1) for mark in before[:1]] + [(token, count)]
        runs += [(after[0], len(after))] if after else []
        for mark, times in runs:
            marks.append(Mark(mark, place, times))
            place += times
    return Shown(inputs, tuple(marks), max(SHORTEST, place + TEXT_TOKENS), layout, token)


def tensor(fields: dict[str, Any]) -> Tensor:
    """A tensor of a request: of a shape, filled with one value, or of values."""
    if "values" in fields:
        values = np.array(fields["values"])
    elif "fill" in fields:
        values = np.full(fields["shape"], fields["fill"])
    else:
        return Tensor(tuple(fields["shape"]))
    dtype = "bool" if values.dtype.kind == "b" else "int32"
    return Tensor(values.shape, dtype, tuple(int(value) for value in values.flatten()))
