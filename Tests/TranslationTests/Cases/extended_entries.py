from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class PlainEntriesConfig(BaseModelConfig):
    model_type: str = "plain"
    hidden_size: int = 4
    width: int = 3
    scale: Optional[float] = None

    def __post_init__(self):
        if self.scale is None:
            self.scale = 1.0 / self.width


@dataclass
class ExtendedEntriesConfig(PlainEntriesConfig):
    shift: int = 1
    twice: Optional[int] = None

    def __post_init__(self):
        super().__post_init__()
        if self.twice is None:
            self.twice = self.shift * 2

    @classmethod
    def from_dict(cls, params):
        params = dict(params or {})
        inner = params.get("inner")
        if isinstance(inner, dict) and inner:
            params = {**params, **inner}
        return cls(**{k: v for k, v in params.items() if k in cls.__dataclass_fields__})


class EntriesPart(nn.Module):
    def __init__(self, config: PlainEntriesConfig):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.width)
        self.scale = config.scale

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) * self.scale


class ExtendedEntries(nn.Module):
    def __init__(self, config: ExtendedEntriesConfig):
        super().__init__()
        self.part = EntriesPart(config)
        self.shift = config.shift
        self.twice = config.twice

    def __call__(self, x: mx.array) -> mx.array:
        return self.part(x) * self.twice + self.shift


# run: {}
# run: {"width": 2, "shift": 5}
# run: {"width": 2, "inner": {"width": 4, "scale": 2.0, "shift": 3, "twice": 5}}
# run: {"inner": {}}
# input: [2, 3, 4]
