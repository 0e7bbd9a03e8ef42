"""Reads family definitions, ``Generator/Families/<family>.yml``."""

import hashlib
import json
from dataclasses import dataclass, field, replace
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

SCENE_FIELDS = {"name", "heavy", "prompt_length", "inputs", "marks", "batches", "dtypes"}


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
    scene: str = ""
    """What the run is of, where a family has several; each has inputs and marks of its own."""
    is_heavy: bool = False
    """Whether it is only run where the family is asked for by name."""
    others: tuple["Reference", ...] = ()
    """The scenes after the first one."""

    @property
    def scenes(self) -> tuple["Reference", ...]:
        """All scenes, each with the configuration in common; the run itself where there are none."""
        return (self, *self.others)

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
    source: str
    """The package's family whose Python it is."""
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
    family = fields.value("family", str)
    return Definition(
        family=family,
        package=package,
        modules=tuple(fields.items("modules", str)),
        reference=read_reference(Fields(path, fields.value("reference", dict), "reference.")),
        source=fields.value("source", str) if "source" in fields.mapping else family,
        entry=fields.value("entry", str) if "entry" in fields.mapping else None,
    )


def read_reference(fields: "Fields") -> Reference:
    """The reference run of a definition, with its scenes."""
    reference = Reference(
        config=fields.value("config", dict),
        prompt_length=fields.positive("prompt_length"),
        decode_steps=fields.value("decode_steps", int),
        batches=tuple(fields.items("batches", int)),
        dtypes=read_dtypes(fields),
        seed=fields.value("seed", int),
        layout=fields.choice("layout", LAYOUTS, "mlx"),
        inputs=read_tensors(fields.part("inputs")) if "inputs" in fields.mapping else {},
        marks=read_marks(fields, fields.value("prompt_length", int)),
    )
    scenes = [read_scene(part, reference) for part in fields.parts("scenes")]
    if not scenes:
        return reference
    names = [scene.scene for scene in scenes]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"{fields.path}: {fields.prefix}scenes: two are called {twice!r}")
    first, *others = scenes
    return replace(first, others=tuple(others))


def read_scene(fields: "Fields", common: Reference) -> Reference:
    """One scene: a name, inputs and marks, and what else is not as in common."""
    name = fields.value("name", str)
    if not name.isidentifier():
        raise InputError(f"{fields.path}: {fields.prefix}name: {name!r} is not a name")
    unknown = sorted(set(fields.mapping) - SCENE_FIELDS)
    if unknown:
        raise InputError(f"{fields.path}: {fields.prefix.rstrip('.')}: unknown key {unknown[0]!r}")
    length = (
        fields.positive("prompt_length") if "prompt_length" in fields.mapping
        else common.prompt_length
    )  # fmt: skip
    return replace(
        common,
        scene=name,
        prompt_length=length,
        is_heavy=fields.flag("heavy"),
        batches=tuple(fields.items("batches", int)) if "batches" in fields.mapping else common.batches,
        dtypes=read_dtypes(fields) if "dtypes" in fields.mapping else common.dtypes,
        inputs=read_tensors(fields.part("inputs")) if "inputs" in fields.mapping else common.inputs,
        marks=read_marks(fields, length) if "marks" in fields.mapping else common.marks,
    )


def read_dtypes(fields: "Fields") -> tuple[str, ...]:
    """The element types of a reference or a scene."""
    return tuple(check_dtype(name, str(fields.path)) for name in fields.items("dtypes", str))


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

    def flag(self, key: str) -> bool:
        """A truth value; false where there is none."""
        value = self.mapping.get(key, False)
        if not isinstance(value, bool):
            raise InputError(f"{self.path}: {self.prefix}{key} is not true or false")
        return value

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
