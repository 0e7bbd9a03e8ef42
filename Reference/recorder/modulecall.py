"""One call of one module: records what it is given and gives, and runs it by itself."""

import inspect
import json
from pathlib import Path
from typing import Any

import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten

from . import forward, trace
from .definition import Definition
from .errors import InputError
from .packages import of_definition
from .probes import flatten

DESCRIPTION, TENSORS = "module.json", "module.safetensors"


class Capture:
    """While active, keeps the arguments and the results of one call of a module, as a probe would."""

    def __init__(self, module: nn.Module, run: str, call: int):
        self.caches: list[Any] = []
        self.arguments: dict[str, Any] = {}
        self.tensors: dict[str, mx.array] = {}
        self.obstacle = f"{run}: the module is not called {call + 1} times"
        self._module = module
        self._wanted = run, call
        self._run, self._count = "", 0

    def __enter__(self) -> "Capture":
        self._class = type(self._module)
        self._own = self._class.__dict__.get("__call__")
        inner = self._class.__call__

        def __call__(module, *arguments, **named):
            if module is not self._module:
                return inner(module, *arguments, **named)
            self._count += 1
            is_wanted = self._wanted == (self._run, self._count - 1)
            if is_wanted:
                self._keep_arguments(inner, arguments, named)
            result = inner(module, *arguments, **named)
            if is_wanted:
                for index, array in enumerate(flatten(result)):
                    self._keep(f"output.{index}", array)
            return result

        self._class.__call__ = __call__
        return self

    def __exit__(self, *_: Any) -> None:
        if self._own is None:
            del self._class.__call__
        else:
            self._class.__call__ = self._own

    def begin(self, run: str) -> None:
        """Starts a pass, in which calls are counted anew."""
        self._run, self._count = run, 0

    def add_input(self, name: str, array: mx.array) -> None:
        """What enters the model is not what enters the module."""

    def _keep(self, name: str, array: mx.array) -> None:
        # An object of its own, evaluated now: Python's `+=` changes an array in place.
        self.tensors[name] = mx.array(array)
        mx.eval(self.tensors[name])

    def _keep_arguments(self, call: Any, arguments: tuple, named: dict[str, Any]) -> None:
        self.obstacle = ""
        signature = inspect.signature(call)
        bound = signature.bind(self._module, *arguments, **named)
        bound.apply_defaults()
        for name, value in list(bound.arguments.items())[1:]:
            kind = signature.parameters[name].kind
            if kind in (inspect.Parameter.VAR_KEYWORD, inspect.Parameter.VAR_POSITIONAL):
                if value:
                    self.obstacle = f"'{name}' takes any number of arguments"
            elif isinstance(value, mx.array):
                self.arguments[name] = {"kind": "array"}
                self._keep(f"input.{name}", value)
            elif isinstance(value, (bool, int, float, str)):
                self.arguments[name] = {"kind": "value", "value": value}
            elif value is None:
                self.arguments[name] = {"kind": "none"}
            else:
                index = next((i for i, cache in enumerate(self.caches) if cache is value), None)
                if index is None:
                    self.obstacle = f"'{name}' is a {type(value).__name__}"
                elif not is_fresh(value):
                    self.obstacle = f"'{name}' is a cache that holds tokens"
                self.arguments[name] = {"kind": "cache", "index": index}


def is_fresh(cache: Any) -> bool:
    """Whether a cache is as it was made: nothing has been put into it."""
    return not any(True for _ in arrays_in(vars(cache))) and not getattr(cache, "offset", 0)


def arrays_in(value: Any):
    """The arrays in an object's attributes, those of the caches that it holds among them."""
    if isinstance(value, mx.array):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from arrays_in(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from arrays_in(item)
    elif hasattr(value, "__dict__"):
        yield from arrays_in(vars(value))


def record(
    definition: Definition, checkpoint: Path, inputs: Path, place: tuple[str, str, int], folder: Path
) -> None:
    """Writes a call of a module: its path, its arguments, its weights and what it gives.

    `place` is the module's path, the pass, and which of its calls there. Raises InputError where the
    module cannot be called by itself."""
    path, run, call = place
    python = of_definition(definition)
    model = python.load(checkpoint)
    module = module_at(model, path)
    capture = Capture(module, run, call)
    make_cache = python.make_cache

    def kept(model: nn.Module) -> list[Any]:
        capture.caches = make_cache(model)
        return capture.caches

    python.make_cache = kept
    # A run may change what the model holds.
    weights = {f"weight.{name}": mx.array(array) for name, array in tree_flatten(module.parameters())}
    mx.eval(weights)
    passes = ("full",) if run == "full" else ("cached",)
    forward.run(python, model, trace.load_tensors(inputs), capture, passes)
    if capture.obstacle:
        raise InputError(f"{path}: {capture.obstacle}")
    description = {"path": path, "run": run, "call": call, "arguments": capture.arguments}
    trace.save_tensors(folder / TENSORS, weights | capture.tensors)
    with trace.replacing(folder / DESCRIPTION) as temporary:
        temporary.write_text(json.dumps(description, indent=2) + "\n")


def run(definition: Definition, folder: Path) -> dict[str, mx.array]:
    """Calls a recorded module by itself: it has its own weights, and no other module is called but its
    own. Returns what it gives, by the names `output.0` …"""
    try:
        description = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        path, arguments = description["path"], description["arguments"]
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{folder / DESCRIPTION}: not a recorded call: {error}") from error
    python = of_definition(definition)
    tensors = trace.load_tensors(folder / TENSORS)
    model = python.build(config)
    model.eval()
    module = module_at(model, path)
    module.load_weights([(k.removeprefix("weight."), v) for k, v in tensors.items() if k.startswith("weight.")])
    caches = python.make_cache(model) if any(a["kind"] == "cache" for a in arguments.values()) else []
    given = {}
    for name, argument in arguments.items():
        match argument["kind"]:
            case "array":
                given[name] = tensors[f"input.{name}"]
            case "cache":
                given[name] = caches[argument["index"]]
            case "value":
                given[name] = argument["value"]
            case _:
                given[name] = None
    outputs = {f"output.{index}": array for index, array in enumerate(flatten(module(**given)))}
    mx.eval(outputs)
    return outputs


def module_at(model: nn.Module, path: str) -> nn.Module:
    """The module of that path."""
    module = dict(model.named_modules()).get(path)
    if module is None or not path:
        raise InputError(f"{path or 'the model'}: no module that can be called by itself")
    return module
