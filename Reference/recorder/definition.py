"""Reads family definitions, ``Generator/Families/<family>.yml``."""

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .errors import InputError
from .inputs import Mark, Tensor, read_marks, read_tensors

FAMILIES = Path(__file__).resolve().parents[2] / "Generator" / "Families"
LAYOUTS = ("mlx", "huggingface")
DTYPES = ("float32", "bfloat16", "float16")

# What configurations call the number of tokens.
VOCABULARY_FIELDS = ("vocab_size", "num_vocab")


@dataclass(frozen=True)
class Reference:
    """The tiny configuration of a family and how to run it."""

    config: dict[str, Any]
    prompt_length: int
    decode_steps: int
    batches: tuple[int, ...]
    dtypes: tuple[str, ...]
    seed: int
    layout: str = "mlx"
    """Whose names the tensors of the checkpoint have."""
    inputs: dict[str, Tensor] = field(default_factory=dict)
    """What the model is given beside the token ids, by name."""
    marks: tuple[Mark, ...] = ()
    """Where tokens that stand for media are in the prompt."""

    @property
    def vocabulary(self) -> int:
        """The number of tokens that the text model knows."""
        parts = [self.config, self.config.get("text_config") or {}]
        parts += [part for part in self.config.values() if isinstance(part, dict)]
        for part in parts:
            for name in VOCABULARY_FIELDS:
                if isinstance(part.get(name), int):
                    return part[name]
        raise InputError(
            f"the reference configuration has none of {', '.join(VOCABULARY_FIELDS)}"
        )

    @property
    def digest(self) -> str:
        """SHA-256 of everything that shapes a recorded trace."""
        parts = [self.config, self.prompt_length, self.decode_steps, self.seed]
        if self.media:
            parts.append(self.media)
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    @property
    def media(self) -> dict[str, Any]:
        """Inputs and marks as a trace's header has them; empty for text alone."""
        parts = {
            "inputs": {name: tensor.description for name, tensor in self.inputs.items()},
            "marks": [mark.description for mark in self.marks],
        }
        return {name: part for name, part in parts.items() if part}


@dataclass(frozen=True)
class Definition:
    """A family: where its source is, and its reference run."""

    family: str
    package: str
    modules: tuple[str, ...]
    reference: Reference
    # `language.LanguageModel` where only a part of the package's model is the family.
    entry: str | None = None


def find(name: str, families: Path = FAMILIES) -> Path:
    """The definition's file, for a family's name or a path that ends in .yml."""
    path = Path(name) if name.endswith((".yml", ".yaml")) else families / f"{name}.yml"
    if not path.is_file():
        known = sorted(str(p.relative_to(families).with_suffix("")) for p in families.rglob("*.yml"))
        raise InputError(f"{path}: no such family definition; known: {', '.join(known) or 'none'}")
    return path


def read(name: str, families: Path = FAMILIES) -> Definition:
    """Reads and checks a definition; raises InputError that names the file and the key."""
    path = find(name, families)
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise InputError(f"{path}: cannot be read: {' '.join(str(error).split())}") from error
    fields = Fields(path, content)
    package = fields.choice("package", ("mlx-vlm", "mlx-lm"))
    reference = Fields(path, fields.value("reference", dict), "reference.")
    return Definition(
        family=fields.value("family", str),
        package=package,
        modules=tuple(fields.items("modules", str)),
        reference=Reference(
            config=reference.value("config", dict),
            prompt_length=reference.positive("prompt_length"),
            decode_steps=reference.value("decode_steps", int),
            batches=tuple(reference.items("batches", int)),
            dtypes=tuple(check_dtype(d, str(path)) for d in reference.items("dtypes", str)),
            seed=reference.value("seed", int),
            layout=reference.choice("layout", LAYOUTS, "mlx"),
            inputs=read_tensors(reference.part("inputs")) if "inputs" in reference.mapping else {},
            marks=read_marks(reference),
        ),
        entry=fields.value("entry", str) if "entry" in fields.mapping else None,
    )


def check_dtype(name: str, place: str) -> str:
    """The name, if a reference can run in this type."""
    if name not in DTYPES:
        raise InputError(f"{place}: unknown dtype {name!r}; known: {', '.join(DTYPES)}")
    return name


class Fields:
    """Typed access to a mapping, with errors that name file and key."""

    def __init__(self, path: Path, mapping: Any, prefix: str = ""):
        if not isinstance(mapping, dict):
            raise InputError(f"{path}: {prefix.rstrip('.') or 'the file'} is not a mapping")
        self.path, self.mapping, self.prefix = path, mapping, prefix

    def value(self, key: str, kind: type) -> Any:
        """The value of a required key."""
        if key not in self.mapping:
            raise InputError(f"{self.path}: the key {self.prefix}{key} is missing")
        value = self.mapping[key]
        if not isinstance(value, kind) or isinstance(value, bool):
            raise InputError(f"{self.path}: {self.prefix}{key} is not a {kind.__name__}")
        return value

    def part(self, key: str) -> "Fields":
        """The mapping of a required key."""
        return Fields(self.path, self.value(key, dict), f"{self.prefix}{key}.")

    def parts(self, key: str) -> list["Fields"]:
        """The mappings of a list; none where there is no such key."""
        items = self.items(key, dict) if key in self.mapping else []
        return [
            Fields(self.path, item, f"{self.prefix}{key}.{index}.")
            for index, item in enumerate(items)
        ]

    def items(self, key: str, kind: type) -> list[Any]:
        """The elements of a required list that is not empty."""
        items = self.value(key, list)
        if not items or not all(isinstance(item, kind) for item in items):
            raise InputError(f"{self.path}: {self.prefix}{key} is not a list of {kind.__name__}")
        return items

    def positive(self, key: str) -> int:
        """A required integer above zero."""
        value = self.value(key, int)
        if value < 1:
            raise InputError(f"{self.path}: {self.prefix}{key} is {value}, not above 0")
        return value

    def choice(self, key: str, known: tuple[str, ...], default: str | None = None) -> str:
        """A string, one of a few; required unless it has a default."""
        if default is not None and key not in self.mapping:
            return default
        value = self.value(key, str)
        if value not in known:
            raise InputError(
                f"{self.path}: {self.prefix}{key} is {value!r}, not {' or '.join(known)}"
            )
        return value
