"""Records what each line of a family's modules assigns and returns, beside the calls of modules."""

import sys
from contextlib import contextmanager
from typing import Any, Iterator

from .errors import InputError
from .instrument import Place, instrumented
from .probes import Probe

# What counts as an assignment; parameters and the targets of loops do not.
ROLES = {"local": "", "attribute": "self.", "result": "return", "member": "", "part": ""}


class LineObserver:
    """Hands what lines give to the probe that is active, with the names that a trace has for them."""

    def __init__(self) -> None:
        self.probe: Probe | None = None
        self._names: dict[Place, tuple[str, str]] = {}

    def see(self, place: Place, value: Any) -> None:
        """Records what a line gave."""
        if self.probe is None or place.role not in ROLES:
            return
        if place not in self._names:
            self._names[place] = (source(place), ROLES[place.role] + place.name)
        self.probe.add_line(*self._names[place], value)


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
