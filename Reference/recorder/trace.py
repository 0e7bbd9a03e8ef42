"""Reads and writes trace files: a header, then one record a line."""

import gzip
import json
import os
import platform
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator

import mlx.core as mx

from . import RECORDER
from .errors import InputError

FORMAT = 1

DIGITS = 6
"""The significant digits of the statistics in committed traces."""


def header(
    *,
    family: str,
    package: str,
    version: str,
    dtype: str,
    batch: int,
    seed: int,
    sources: str | None = None,
    configuration: str | None = None,
    reference: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """The first line of a trace, still without the number of records."""
    fields = {
        "trace": FORMAT,
        "family": family,
        "package": package,
        "version": version,
        "dtype": dtype,
        "batch": batch,
        "seed": seed,
        "recorder": RECORDER,
        "probes": "modules",
        "engine": mx.__version__,
        "sources": sources,
        "configuration": configuration,
        "compiled": "MLX_DISABLE_COMPILE" not in os.environ,
        "machine": platform.machine(),
        "reference": reference,
    }
    return {name: value for name, value in fields.items() if value is not None}


def encode(head: dict[str, Any], records: list[dict]) -> bytes:
    """The bytes of a trace file."""
    encoder = json.JSONEncoder(
        ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
    )
    lines = [{**head, "records": len(records)}, *records]
    return ("\n".join(map(encoder.encode, lines)) + "\n").encode()


def write(path: Path, head: dict[str, Any], records: list[dict]) -> None:
    """Writes a trace file, whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_bytes(encode(head, records))


def values_path(path: Path) -> Path:
    """The file of full values beside a trace."""
    name = path.name.removesuffix(".gz").removesuffix(".jsonl")
    return path.with_name(name + ".values.safetensors")


def read_text(path: Path) -> str:
    """The text of a trace file, compressed or not."""
    try:
        content = path.read_bytes()
        return (gzip.decompress(content) if path.suffix == ".gz" else content).decode()
    except (OSError, EOFError, UnicodeDecodeError, gzip.BadGzipFile) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place if the block ends well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The suffix stays last: safetensors files are named by it.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def filling(folder: Path) -> Iterator[Path]:
    """A temporary folder whose files move to `folder` if the block ends well."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".") as name:
        temporary = Path(name)
        yield temporary
        for stale in folder.glob("*.safetensors"):
            stale.unlink()
        for file in sorted(temporary.iterdir()):
            file.replace(folder / file.name)


def save_tensors(path: Path, tensors: dict[str, mx.array], format: str | None = None) -> None:
    """Writes a safetensors file, whole or not at all."""
    with replacing(path) as temporary:
        mx.save_safetensors(str(temporary), tensors, {"format": format} if format else {})


def load_tensors(path: Path) -> dict[str, mx.array]:
    """The tensors of a safetensors file."""
    if not path.is_file():
        raise InputError(f"{path}: no such file")
    try:
        tensors = mx.load(str(path), format="safetensors")
        mx.eval(list(tensors.values()))
        return tensors
    except (RuntimeError, ValueError) as error:
        raise InputError(f"{path}: not a safetensors file: {error}") from error


def shortened(text: str, has_all_passes: bool) -> str:
    """A trace in the form that is committed: statistics with a few digits, hashes whole, and not all
    passes; the hashes of the logits, which the header has, are those of all.

    Of the decode steps the first and the last stay, whose caches hold what those between gave; without
    `has_all_passes` only prefill and the first step do."""
    head, *records = [json.loads(line) for line in text.splitlines()]
    steps = list(dict.fromkeys(r["run"] for r in records if r["run"].startswith("decode.")))
    dropped = {*steps[1:-1]} if has_all_passes else {*steps[1:], "full"}
    records = [record for record in records if record["run"] not in dropped]
    for record in records:
        del record["checksum"]
        for name in ("sum", "l2", "min", "max"):
            if not isinstance(record[name], str):
                record[name] = float(f"{record[name]:.{DIGITS}g}")
    return encode({**head, "digits": DIGITS}, records).decode()


def compress(text: str, target: Path) -> None:
    """Writes a trace compressed: equal traces give equal bytes."""
    with replacing(target) as temporary:
        temporary.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
