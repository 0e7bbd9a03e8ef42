"""What the rounds of several programs give, side by side."""

import statistics
from dataclasses import dataclass, field


class Disagreement(Exception):
    """Programs that should have computed the same did not."""


@dataclass
class Limit:
    """How Swift's figure may compare with another program's."""

    program: str
    bound: float
    at_least: bool = False

    def allows(self, ratio: float) -> bool:
        """Whether the ratio, Swift's figure by the other's, is within the bound."""
        return ratio >= self.bound if self.at_least else ratio <= self.bound

    def __str__(self) -> str:
        return f"{'at least' if self.at_least else 'at most'} {self.bound:.2f}"


@dataclass
class Comparison:
    """The figures of programs that took turns; the first one is Swift's."""

    name: str
    unit: str
    samples: dict[str, list[float]]
    limits: list[Limit] = field(default_factory=list)
    greatest: float | None = None
    """What Swift's own figure may be at most."""

    def ratios(self, program: str) -> list[float]:
        """Swift's figure by another program's, round by round."""
        swift, *_ = self.samples.values()
        return [a / b for a, b in zip(swift, self.samples[program], strict=True)]

    @property
    def holds(self) -> bool:
        """Whether the medians are within all limits."""
        swift, *_ = self.samples.values()
        within = self.greatest is None or statistics.median(swift) <= self.greatest
        return within and all(
            limit.allows(statistics.median(self.ratios(limit.program))) for limit in self.limits
        )

    def data(self) -> dict:
        """Everything, for the file of results."""
        _, *others = self.samples
        limits = {limit.program: limit for limit in self.limits}
        result = {
            "unit": self.unit,
            "programs": {
                program: spread(values) | {"samples": [round(value, 4) for value in values]}
                for program, values in self.samples.items()
            },
            "swift_by": {
                program: spread(self.ratios(program))
                | ({"limit": str(limits[program])} if program in limits else {})
                for program in others
            },
            "holds": self.holds,
        }
        return result | ({"limit": self.greatest} if self.greatest is not None else {})

    def table(self) -> str:
        """Medians with the range of the rounds, and how Swift compares."""
        limits = {limit.program: limit for limit in self.limits}
        lines = [f"{self.name}, {self.unit}"]
        for index, (program, values) in enumerate(self.samples.items()):
            line = f"  {program:<12}{show(values):<30}"
            if index > 0:
                line += f"Swift/{program} {show(self.ratios(program))}"
                if limit := limits.get(program):
                    held = limit.allows(statistics.median(self.ratios(program)))
                    line += f", {limit}: {'held' if held else 'MISSED'}"
            elif self.greatest is not None:
                held = statistics.median(values) <= self.greatest
                line += f"at most {self.greatest:g}: {'held' if held else 'MISSED'}"
            lines.append(line.rstrip())
        return "\n".join(lines)


def spread(values: list[float]) -> dict[str, float]:
    """The median and the range."""
    return {
        "median": round(statistics.median(values), 4),
        "low": round(min(values), 4),
        "high": round(max(values), 4),
    }


def show(values: list[float]) -> str:
    """The median and the range as text."""
    digits = 0 if statistics.median(values) >= 1000 else 1 if statistics.median(values) >= 10 else 3
    low, high = min(values), max(values)
    return f"{statistics.median(values):.{digits}f} ({low:.{digits}f}–{high:.{digits}f})"
