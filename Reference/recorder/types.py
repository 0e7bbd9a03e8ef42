"""The types that a run of a family shows: of parameters, locals, attributes, results and fields."""

import dataclasses
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from .definition import Definition
from .instrument import Place, instrumented

# Containers are looked into this deep, and at this many elements.
DEPTH, WIDTH = 4, 64


class TypeObserver:
    """Collects the types of all values by place."""

    def __init__(self) -> None:
        # A dictionary keeps the order in which types were seen; its values are the types themselves.
        self._seen: dict[Place, dict[str, Any]] = {}
        self._configurations: dict[int, Any] = {}

    def see(self, place: Place, value: Any) -> None:
        """Notes the type of a value; what is stored in something else has its type there."""
        if place.role in ("member", "part"):
            return
        if place.role == "loop":
            place = dataclasses.replace(place, role="local")
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            self._configurations[id(value)] = value
        self._note(place, value)

    def observations(self, modules: frozenset[str]) -> list[dict[str, Any]]:
        """What was seen, the fields of the configurations included."""
        for value in list(self._configurations.values()):
            if type(value).__module__ in modules:
                for field in dataclasses.fields(value):
                    place = Place(
                        type(value).__module__, type(value).__name__, 0, 0, "field", field.name
                    )
                    self._note(place, getattr(value, field.name))
        return [
            {**dataclasses.asdict(place), "types": list(types.values())}
            for place, types in self._seen.items()
        ]

    def _note(self, place: Place, value: Any) -> None:
        described = describe(value)
        self._seen.setdefault(place, {}).setdefault(json.dumps(described), described)


def describe(value: Any, depth: int = 0) -> Any:
    """A type as JSON: a word, or an object with one key."""
    import mlx.core as mx

    match value:
        case None:
            return "none"
        case bool():
            return "bool"
        case int():
            return "int"
        case float():
            return "float"
        case str():
            return "str"
        case mx.array():
            return "array"
        case mx.Dtype():
            return "dtype"
        case type():
            return {"class": f"{value.__module__}.{value.__qualname__}"}
    # Layers and configurations that are containers too count as objects.
    if type(value) in (list, tuple, dict) and depth == DEPTH:
        return "any"
    if type(value) is dict:
        return {
            "dict": {
                "keys": distinct(list(value.keys()), depth),
                "values": distinct(list(value.values()), depth),
            }
        }
    if type(value) is list:
        return {"list": distinct(value, depth)}
    if type(value) is tuple:
        return {"tuple": [describe(element, depth + 1) for element in value[:WIDTH]]}
    classes = [f"{cls.__module__}.{cls.__qualname__}" for cls in type(value).__mro__]
    if callable(value) and type(value).__module__ in ("builtins", "functools"):
        return "function"
    return {"object": classes[:-1]}


def distinct(values: list[Any], depth: int) -> list[Any]:
    """The different types among values, in order."""
    found: dict[str, Any] = {}
    for value in values[:WIDTH]:
        described = describe(value, depth + 1)
        found.setdefault(json.dumps(described), described)
    return list(found.values())


def observe(definition: Definition, modules: list[str]) -> list[dict[str, Any]]:
    """Builds, loads and runs a family, and returns what types its modules showed."""
    observer = TypeObserver()
    chosen = frozenset(modules)
    loaded = chosen & sys.modules.keys()
    if loaded:
        raise RuntimeError(f"{sorted(loaded)[0]} was imported before it could be observed")
    with instrumented(chosen, observer), tempfile.TemporaryDirectory() as folder:
        from . import recording

        selection = recording.Selection(("float32",), definition.reference.batches[:1])
        variants = recording.variants(definition, selection)
        # The names of the Hub take `sanitize` down its other branches.
        for layout in ("mlx", "huggingface"):
            place = Path(folder) / layout
            recording.work(definition, place, variants, layout, 1, False, lambda line: None)
    return observer.observations(chosen)
