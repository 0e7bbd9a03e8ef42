"""Runs a model the way that its package's own generation does: prefill, steps, and no cache."""

from contextlib import nullcontext
from typing import Any

import mlx.core as mx
import mlx.nn as nn

from .errors import InputError
from .packages import Package
from .probes import Probe

IDS = ("input_ids", "decode_ids")


def run(
    package: Package,
    model: nn.Module,
    inputs: dict[str, mx.array],
    probe: Probe | None = None,
    passes: tuple[str, ...] = ("cached", "full"),
) -> dict[str, mx.array]:
    """Logits of the passes asked for.

    `inputs` has `input_ids` [B, L], perhaps `decode_ids` [B, n], and other inputs by name. The
    cached pass gives `prefill_logits` [B, L, V] and `decode_logits` [B, n, V]; the full one, without
    a cache over all ids, `full_logits` [B, L + n, V]. An encoder gives its output's arrays by their
    names, of the prompt and, with `full_` in front, of all ids.
    """
    check(inputs)
    ids, decode = inputs["input_ids"], inputs.get("decode_ids")
    others = {name: array for name, array in inputs.items() if name not in IDS}
    outputs: dict[str, mx.array] = {}
    with probe or nullcontext():
        if package.encodes(model):
            for name in passes:
                outputs |= _encoded(package, model, name, ids, decode, others, probe)
            return outputs
        if "cached" in passes:
            outputs |= _cached(package, model, ids, decode, others, probe)
        if "full" in passes:
            whole = _joined(ids, decode)
            _begin(probe, "full", whole, others)
            outputs["full_logits"], _ = package.prefill(model, whole, others, None)
            mx.eval(outputs)
    return outputs


def check(inputs: dict[str, mx.array]) -> None:
    """Raises InputError unless the token ids are there and of one batch."""
    ids = inputs.get("input_ids")
    if ids is None:
        raise InputError("the inputs have no tensor input_ids")
    for name in IDS:
        array = inputs.get(name)
        if array is not None and (array.ndim != 2 or not mx.issubdtype(array.dtype, mx.integer)):
            raise InputError(f"{name} is not a matrix [B, L] of integers")
    decode = inputs.get("decode_ids")
    if decode is not None and decode.shape[0] != ids.shape[0]:
        raise InputError(f"decode_ids has {decode.shape[0]} rows, input_ids {ids.shape[0]}")


def _joined(ids: mx.array, decode: mx.array | None) -> mx.array:
    return ids if decode is None else mx.concatenate([ids, decode], axis=1)


def _encoded(
    package: Package,
    model: nn.Module,
    name: str,
    ids: mx.array,
    decode: mx.array | None,
    others: dict[str, mx.array],
    probe: Probe | None,
) -> dict[str, mx.array]:
    run, prefix = ("prefill", "") if name == "cached" else ("full", "full_")
    text = ids if name == "cached" else _joined(ids, decode)
    _begin(probe, run, text, others)
    outputs = {prefix + key: array for key, array in package.encode(model, text, others).items()}
    mx.eval(outputs)
    return outputs


def _cached(
    package: Package,
    model: nn.Module,
    ids: mx.array,
    decode: mx.array | None,
    others: dict[str, mx.array],
    probe: Probe | None,
) -> dict[str, mx.array]:
    cache = package.make_cache(model)
    _begin(probe, "prefill", ids, others)
    logits, carried = package.prefill(model, ids, others, cache)
    mx.eval(logits)
    outputs = {"prefill_logits": logits}
    steps = []
    for index in range(0 if decode is None else decode.shape[1]):
        token = decode[:, index : index + 1]
        _begin(probe, f"decode.{index}", token, {})
        logits, carried = package.step(model, token, carried, cache)
        steps.append(logits[:, -1:])
        mx.eval(steps)
    if steps:
        outputs["decode_logits"] = mx.concatenate(steps, axis=1)
        mx.eval(outputs)
    return outputs


def _begin(probe: Probe | None, name: str, ids: mx.array, others: dict[str, Any]) -> None:
    if probe is None:
        return
    probe.begin(name)
    probe.add_input("input_ids", ids)
    for other, array in sorted(others.items()):
        probe.add_input(other, array)
