from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class MadeEntriesPartConfig(BaseModelConfig):
    width: int = 3
    scale: float = 0.5
    label: Optional[str] = None


@dataclass
class MadeEntriesPlainConfig(BaseModelConfig):
    shift: int = 2


@dataclass
class MadeEntriesConfig(BaseModelConfig):
    model_type: str = "case"
    hidden_size: int = 4
    params: dict = None


class MadeEntriesPart(nn.Module):
    def __init__(self, config: MadeEntriesPartConfig):
        super().__init__()
        self.up = nn.Linear(4, config.width)
        self.scale = config.scale if config.label == "scaled" else 1.0

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) * self.scale


class MadeOfEntries(nn.Module):
    def __init__(self, config: MadeEntriesConfig):
        super().__init__()
        plain = MadeEntriesPlainConfig()
        self.shift = plain.shift
        entries = config.params.get("part", {})
        self.part = MadeEntriesPart(
            MadeEntriesPartConfig(
                width=entries.get("width", 5),
                scale=entries.get("scale", 2.0),
                label=entries.get("label"),
            )
        )

    def __call__(self, x: mx.array) -> mx.array:
        return self.part(x) + self.shift


# run: {"params": {}}
# run: {"params": {"part": {"width": 2, "scale": 3, "label": "scaled"}}}
# fails: {}
# input: [2, 3, 4]
