"""Records what each line of a family's modules assigns and returns, beside the calls of modules."""

import sys
from contextlib import contextmanager
from typing import Any, Iterator

import mlx.core as mx

from .errors import InputError
from .instrument import Place, instrumented
from .probes import Probe

# What counts as an assignment, and what a function is given; the targets of loops do not.
ROLES = {"local": "", "attribute": "self.", "result": "return", "member": "", "part": ""}
PARAMETER = "parameter"


class LineObserver:
    """Hands what lines give to the probe that is active, with the names that a trace has for them."""

    def __init__(self) -> None:
        self.probe: Probe | None = None
        self._names: dict[Place, tuple[str, str]] = {}

    def see(self, place: Place, value: Any) -> None:
        """Records what a line gave."""
        if self.probe is None:
            return
        if place.role == PARAMETER:
            if isinstance(value, str) and value == "causal":
                value = True
            if not is_input(value):
                return
        elif place.role not in ROLES:
            return
        if place not in self._names:
            is_parameter = place.role == PARAMETER
            name = f"({place.name})" if is_parameter else ROLES[place.role] + place.name
            self._names[place] = (source(place), name)
        self.probe.add_line(*self._names[place], value)


def is_input(value: Any) -> bool:
    """Whether what a function is given is traced: an array, a number or a list of arrays."""
    if isinstance(value, (list, tuple)):
        return bool(value) and all(isinstance(item, mx.array) for item in value)
    return isinstance(value, (mx.array, bool, int, float))


def source(place: Place) -> str:
    """The statement's place as a trace has it: the file below the package's models, line, column."""
    path = place.module.split(".models.", 1)[-1].replace(".", "/")
    return f"{path}.py:{place.statement}"


@contextmanager
def recorded(modules: list[str]) -> Iterator[LineObserver]:
    """While active, the modules of these dotted names report their lines as soon as they are imported."""
    loaded = frozenset(modules) & sys.modules.keys()
    if loaded:
        raise InputError(f"{sorted(loaded)[0]} was imported before its lines could be recorded")
    observer = LineObserver()
    with instrumented(modules, observer):
        yield observer
