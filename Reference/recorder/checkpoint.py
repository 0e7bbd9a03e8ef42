"""Writes checkpoint directories with seeded weights, as the packages or Hugging Face lay them out."""

import copy
import json
from pathlib import Path
from typing import Any

import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten

from .errors import InputError
from .packages import Package
from .seeded import weight
from .trace import replacing, save_tensors

LAYOUTS = ("mlx", "huggingface")


def seeded_weights(model: nn.Module, dtype: str, seed: int) -> dict[str, mx.array]:
    """A seeded array for each floating-point parameter; integer parameters stay as they are."""
    weights = {}
    for name, parameter in tree_flatten(model.parameters()):
        if mx.issubdtype(parameter.dtype, mx.floating):
            array = mx.array(weight(name, tuple(parameter.shape), seed))
            weights[name] = array.astype(getattr(mx, dtype))
        else:
            weights[name] = parameter
    return weights


def huggingface_names(weights: dict[str, mx.array]) -> dict[str, mx.array]:
    """The weights under the names of a text model on the Hub: without `language_model.`."""
    prefix = "language_model."
    if not all(name.startswith(prefix) for name in weights):
        if any(name.startswith(prefix) for name in weights):
            raise InputError("the family has parts beside its language model: no such layout")
        return weights
    return {name.removeprefix(prefix): array for name, array in weights.items()}


def write(
    folder: Path,
    package: Package,
    config: dict[str, Any],
    dtype: str,
    seed: int,
    layout: str = "mlx",
    shards: int = 1,
) -> None:
    """Writes config.json and the weights, in one file or in shards with an index."""
    # Some families write defaults into what they are given.
    weights = seeded_weights(package.build(copy.deepcopy(config)), dtype, seed)
    if layout == "huggingface":
        weights = huggingface_names(weights)
    folder.mkdir(parents=True, exist_ok=True)
    for stale in [*folder.glob("*.safetensors"), *folder.glob("*.index.json")]:
        stale.unlink()
    with replacing(folder / "config.json") as temporary:
        temporary.write_text(configuration(config, dtype))

    tag = "mlx" if layout == "mlx" else "pt"
    if shards == 1:
        save_tensors(folder / "model.safetensors", weights, tag)
        return
    if shards > len(weights):
        raise InputError(f"{shards} shards for {len(weights)} tensors")
    names = list(weights)
    placed = {}
    for index in range(shards):
        file = f"model-{index + 1:05d}-of-{shards:05d}.safetensors"
        part = names[index * len(names) // shards : (index + 1) * len(names) // shards]
        save_tensors(folder / file, {name: weights[name] for name in part}, tag)
        placed |= dict.fromkeys(part, file)
    size = sum(array.nbytes for array in weights.values())
    with replacing(folder / "model.safetensors.index.json") as temporary:
        content = {"metadata": {"total_size": size}, "weight_map": dict(sorted(placed.items()))}
        temporary.write_text(json.dumps(content, indent=2) + "\n")


def configuration(config: dict[str, Any], dtype: str) -> str:
    """The text of a checkpoint's config.json."""
    return json.dumps({**config, "torch_dtype": dtype}, indent=2, sort_keys=True) + "\n"


def model_type(folder: Path) -> str:
    """The `model_type` of a checkpoint directory."""
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error
    kind = config.get("model_type") if isinstance(config, dict) else None
    if not isinstance(kind, str):
        raise InputError(f"{path}: the key model_type is missing")
    return kind


def load(package: Package, folder: Path) -> nn.Module:
    """The model of a checkpoint directory; what the package's loader rejects is an InputError."""
    model_type(folder)
    try:
        return package.load(folder)
    except (ValueError, KeyError, TypeError, RuntimeError, FileNotFoundError) as error:
        first = next((line for line in str(error).splitlines() if line.strip()), repr(error))
        raise InputError(f"{folder}: {package.name} cannot load it: {first}") from error


def dtype(model: nn.Module) -> str:
    """The element type of most floating-point parameters."""
    sizes: dict[str, int] = {}
    for _, array in tree_flatten(model.parameters()):
        if mx.issubdtype(array.dtype, mx.floating):
            name = str(array.dtype).removeprefix("mlx.core.")
            sizes[name] = sizes.get(name, 0) + array.size
    return max(sizes, key=sizes.get, default="float32")
