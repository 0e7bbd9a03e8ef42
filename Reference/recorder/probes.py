"""Records every call of every module of a model, in the order in which the calls return."""

import ast
import dataclasses
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import mlx.core as mx
import mlx.nn as nn
import numpy as np
from mlx.utils import tree_flatten

from .statistics import Measurements, measure_number, readable

UNMEASURED_BYTES = 1 << 26
"""How much memory arrays take at most before they are measured."""


class Probe:
    """While active, each call of a module in the tree adds a record for each array it returns.

    The calls are seen at class level, since Python looks `__call__` up on the class. A class that
    calls its parent's `__call__` counts once.
    """

    def __init__(self, model: nn.Module, keep_values: bool = False):
        self._records: list[dict] = []
        # By the hash of their bytes, so that equal values are kept once.
        self._values: dict[str, mx.array] = {}
        # The records of a pass without their measures, with the arrays, which are evaluated together.
        self._unmeasured: list[tuple[dict, mx.array]] = []
        self._unmeasured_bytes = 0
        # Inside compiled functions there are no values: whether there are is seen at once.
        self._evaluates_at_once = "MLX_DISABLE_COMPILE" not in os.environ
        self.unrecorded: Counter[str] = Counter()
        self.run = ""
        self._keep_values = keep_values
        self._measurements = Measurements()
        self._model = model
        self._paths: dict[int, str] = {}
        # The shortest path names a module that is in the tree more than once, and of those the first:
        # `named_modules` lists what it finds last first.
        modules = reversed(model.named_modules())
        for path, module in sorted(modules, key=lambda item: len(item[0])):
            self._paths.setdefault(id(module), path)
        self._classes = {type(module) for _, module in model.named_modules()}
        self._sources = Sources(type(model).__module__)
        self._stack: list[nn.Module] = []
        self._calls: Counter[tuple[str, str, str]] = Counter()
        self._patched: list[tuple[type, Any]] = []

    def __enter__(self) -> "Probe":
        calls = {cls: getattr(cls, "__call__", None) for cls in self._classes}
        for cls, call in calls.items():
            if call is None:
                continue
            self._patched.append((cls, cls.__dict__.get("__call__")))
            cls.__call__ = self._wrapper(cls, call)
        return self

    @property
    def records(self) -> list[dict]:
        """The records in execution order."""
        self._measure()
        return self._records

    @property
    def values(self) -> dict[str, mx.array]:
        """The recorded arrays by the hashes of their bytes, if they are kept."""
        self._measure()
        return self._values

    def __exit__(self, *_: Any) -> None:
        for cls, own in self._patched:
            if own is None:
                del cls.__call__
            else:
                cls.__call__ = own
        self._patched.clear()

    def add_weights(self) -> None:
        """Records the parameters, which come before all passes."""
        self.run = "weights"
        for name, array in sorted(tree_flatten(self._model.parameters())):
            self._add("weight", name, "", name, array)

    def begin(self, run: str) -> None:
        """Starts a pass: its name goes into the records, and calls are counted anew."""
        self._measure()
        self.run = run

    def add_input(self, name: str, array: mx.array) -> None:
        """Records an array that enters the model."""
        self._add("input", name, "", name, array)

    def add_line(self, source: str, name: str, value: Any) -> None:
        """Records the arrays and numbers that a line of the model's code gave."""
        # What runs outside of the model's modules is no part of the model.
        if not self._stack:
            return
        values = [value] if isinstance(value, mx.array) else list(flatten(value, numbers=True))
        if not values:
            return
        path = self._paths[id(self._stack[-1])]
        if not self._has_values([item for item in values if isinstance(item, mx.array)], path):
            return
        key = self.run, f"line {path}", f"{source} {name}"
        call = self._calls[key]
        self._calls[key] += 1
        for index, item in enumerate(values):
            record = {
                "run": self.run,
                "kind": "line",
                "path": path,
                "source": source,
                "name": name if len(values) == 1 else f"{name}.{index}",
                "call": call,
            }
            if isinstance(item, mx.array):
                self._append(record, item)
            else:
                self._records.append(record | measure_number(item))

    def _wrapper(self, cls: type, call: Any) -> Any:
        source = self._sources.place(cls)

        def __call__(module, *arguments, **named):
            bound = call.__get__(module, cls) if hasattr(call, "__get__") else call
            path = self._paths.get(id(module))
            # The same module on top: this is a call of the parent class's method.
            if path is None or (self._stack and self._stack[-1] is module):
                return bound(*arguments, **named)
            self._stack.append(module)
            try:
                result = bound(*arguments, **named)
            finally:
                self._stack.pop()
            self._add_outputs(path, source, cls.__name__, result)
            return result

        return __call__

    def _add_outputs(self, path: str, source: str, name: str, result: Any) -> None:
        is_array = isinstance(result, mx.array)
        arrays = [result] if is_array else list(flatten(with_counts(result)))
        if not self._has_values(arrays, path):
            return
        if len(arrays) == 1:
            self._add("module", path, source, name, arrays[0])
            return
        for index, array in enumerate(arrays):
            self._add("module", path, source, name, array, index)

    def _add(
        self, kind: str, path: str, source: str, name: str, array: mx.array, index: int | None = None
    ) -> None:
        output = "" if index is None else str(index)
        call = self._calls[self.run, kind + path, output]
        self._calls[self.run, kind + path, output] += 1
        record = {
            "run": self.run,
            "kind": kind,
            "path": path,
            "source": source,
            "name": f"{name}.{output}" if output else name,
            "call": call,
        }
        self._append(record, array)

    def _has_values(self, arrays: list[mx.array], path: str) -> bool:
        """Whether arrays are no part of what mx.compile traces, which is counted."""
        if self._evaluates_at_once:
            try:
                mx.eval(arrays)
            except (ValueError, RuntimeError):
                self.unrecorded[path] += 1
                return False
        return True

    def _append(self, record: dict, array: mx.array) -> None:
        self._records.append(record)
        # An object of its own: Python's `+=` changes an array in place.
        self._unmeasured.append((record, mx.array(array)))
        self._unmeasured_bytes += array.nbytes
        if self._unmeasured_bytes > UNMEASURED_BYTES:
            self._measure()

    def _measure(self) -> None:
        """Evaluates together what has been recorded, and completes the records."""
        bits = [readable(array) for _, array in self._unmeasured]
        mx.eval(bits)
        with np.errstate(all="ignore"):
            for (record, array), own in zip(self._unmeasured, bits):
                record |= self._measurements.of(array, own)
                if self._keep_values:
                    self._values.setdefault(record["hash"], array)
        self._unmeasured.clear()
        self._unmeasured_bytes = 0


def flatten(value: Any, numbers: bool = False):
    """The arrays in a result, in order: in tuples, lists, dictionaries and dataclasses too; numbers and
    truth values if they are asked for. A layer is no result, although it is a dictionary."""
    if isinstance(value, nn.Module):
        return
    if isinstance(value, mx.array) or numbers and isinstance(value, (bool, int, float)):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from flatten(item, numbers)
    elif isinstance(value, dict):
        for item in value.values():
            yield from flatten(item, numbers)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from flatten(getattr(value, field.name), numbers)


def with_counts(value: Any) -> Any:
    """A result with the whole numbers in its tuples as arrays: one call may return an offset as a
    number, the next as an array."""
    if not isinstance(value, tuple):
        return value
    return tuple(mx.array(item) if type(item) is int else with_counts(item) for item in value)


class Sources:
    """Where classes define `__call__`, as `file:line:column` counted from 1."""

    def __init__(self, family_module: str):
        # The files of the family's own folder go by their names alone.
        self._folder = family_module.rpartition(".")[0] + "."
        self._trees: dict[str, ast.Module | None] = {}

    def place(self, cls: type) -> str:
        """The place of the method that a call of the class runs."""
        owner = next((base for base in cls.__mro__ if "__call__" in base.__dict__), cls)
        module = sys.modules.get(owner.__module__)
        file = getattr(module, "__file__", None)
        if file is None:
            return ""
        name = self._file_name(owner.__module__, Path(file))
        node = self._definition(file, owner.__qualname__)
        return f"{name}:{node.lineno}:{node.col_offset + 1}" if node else name

    def _file_name(self, module: str, file: Path) -> str:
        name = module.removeprefix(self._folder).replace(".", "/")
        return f"{name}/__init__.py" if file.name == "__init__.py" else f"{name}.py"

    def _definition(self, file: str, qualified: str) -> ast.AST | None:
        if file not in self._trees:
            try:
                self._trees[file] = ast.parse(Path(file).read_text(encoding="utf-8"))
            except (OSError, SyntaxError):
                self._trees[file] = None
        node: ast.AST | None = self._trees[file]
        for part in [part for part in qualified.split(".") if part != "<locals>"]:
            found = node and next(
                (
                    child
                    for child in ast.walk(node)
                    if isinstance(child, (ast.ClassDef, ast.FunctionDef)) and child.name == part
                ),
                None,
            )
            if not found:
                return None
            node = found
        method = node and next(
            (
                child
                for child in node.body
                if isinstance(child, ast.FunctionDef) and child.name == "__call__"
            ),
            None,
        )
        return method or node
