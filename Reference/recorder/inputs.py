"""What a reference run is given: token ids, and the tensors that a processor would make of media."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import mlx.core as mx
import numpy as np

from . import seeded
from .errors import InputError

if TYPE_CHECKING:
    from .definition import Fields, Reference

WHOLE = ("bool", "int32", "int64")
FIELDS = {"shape", "values", "dtype", "fill"}


@dataclass(frozen=True)
class Tensor:
    """A tensor beside the token ids: what one sequence brings along its first axis."""

    shape: tuple[int, ...]
    dtype: str = "float32"
    values: tuple[int, ...] | None = None
    """Whole numbers in C order; seeded floats between -1 and 1 where there are none."""

    def batch(self, name: str, count: int, seed: int) -> mx.array:
        """The tensor for a number of sequences, one after the other along the first axis."""
        shape = (self.shape[0] * count, *self.shape[1:])
        if self.values is None:
            return mx.array(seeded.signal(name, shape, seed))
        return mx.array(np.tile(np.array(self.values), count).reshape(shape).astype(self.dtype))

    @property
    def description(self) -> dict[str, Any]:
        """The tensor as a trace's header has it."""
        fields: dict[str, Any] = {"shape": list(self.shape), "dtype": self.dtype}
        if self.values is not None:
            fields["values"] = list(self.values)
        return fields


@dataclass(frozen=True)
class Mark:
    """A token that stands for media, in every sequence at the same positions of the prompt."""

    token: int
    at: int
    count: int

    @property
    def description(self) -> dict[str, int]:
        """The mark as a trace's header has it."""
        return {"token": self.token, "at": self.at, "count": self.count}


def tensors(reference: "Reference", batch: int) -> dict[str, mx.array]:
    """The inputs of a run: seeded ids of the prompt with its marks and of the decode steps, and the other
    tensors."""
    ids = {
        name: token_ids(
            name, batch, length, reference.vocabulary, reference.seed,
            reference.marks if name == "input_ids" else (),
            {mark.token for mark in reference.marks},
        )
        for name, length in (
            ("input_ids", reference.prompt_length), ("decode_ids", reference.decode_steps),
        )
        if length > 0
    }  # fmt: skip
    return ids | {
        name: tensor.batch(name, batch, reference.seed)
        for name, tensor in sorted(reference.inputs.items())
    }


def token_ids(
    name: str, batch: int, length: int, vocabulary: int, seed: int,
    marks: tuple[Mark, ...], reserved: set[int],
) -> mx.array:  # fmt: skip
    """Seeded ids [B, L], none of them a mark's token but where a mark is."""
    ids = seeded.token_ids(name, batch, length, vocabulary, seed)
    while reserved and np.isin(ids, list(reserved)).any():
        ids = np.where(np.isin(ids, list(reserved)), (ids + 1) % vocabulary, ids)
    for mark in marks:
        ids[:, mark.at : mark.at + mark.count] = mark.token
    return mx.array(ids.astype(np.int32))


def read_tensors(fields: "Fields") -> dict[str, Tensor]:
    """The `inputs` of a definition's reference, by the names of the model's parameters."""
    return {name: read_tensor(fields.part(name), name) for name in fields.mapping}


def read_tensor(fields: "Fields", name: str) -> Tensor:
    """One tensor: `{shape: […]}`, `{shape: […], fill: 1}` or `{values: [[…]]}`, with a `dtype`."""
    unknown = sorted(set(fields.mapping) - FIELDS)
    place = f"{fields.path}: {fields.prefix.rstrip('.')}"
    if unknown:
        raise InputError(f"{place}: unknown key {unknown[0]!r}; known: {', '.join(sorted(FIELDS))}")
    if "values" in fields.mapping:
        try:
            values = np.array(fields.value("values", list))
        except ValueError as error:
            raise InputError(f"{place}.values: its lists are of different lengths") from error
    else:
        shape = fields.items("shape", int)
        if min(shape) < 1:
            raise InputError(f"{place}.shape: {shape} has a size that is not above 0")
        if "fill" not in fields.mapping:
            dtype = fields.choice("dtype", ("float32",), "float32")
            return Tensor(tuple(shape), dtype)
        values = np.full(shape, fields.mapping["fill"])
    if values.dtype.kind not in "bi" or values.ndim == 0 or values.size == 0:
        raise InputError(f"{place}: its values are not whole numbers or truth values")
    dtype = fields.choice("dtype", WHOLE, "bool" if values.dtype.kind == "b" else "int32")
    return Tensor(values.shape, dtype, tuple(int(value) for value in values.flatten()))


def read_marks(fields: "Fields", length: int) -> tuple[Mark, ...]:
    """The `marks` in a prompt of a length: `{token: 95, at: 1, count: 4}`."""
    marks = tuple(
        Mark(part.value("token", int), part.value("at", int), part.positive("count"))
        for part in fields.parts("marks")
    )
    for mark in marks:
        if mark.at < 0 or mark.at + mark.count > length:
            raise InputError(
                f"{fields.path}: {fields.prefix}marks: {mark.description} is not within "
                f"the prompt of {length} tokens"
            )
    return marks
