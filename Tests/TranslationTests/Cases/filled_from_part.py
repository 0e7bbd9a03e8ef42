from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class FilledFromPartConfig(BaseModelConfig):
    width: int = 3
    token: Optional[int] = None


@dataclass
class FilledFromConfig(BaseModelConfig):
    part_config: FilledFromPartConfig
    model_type: str = "case"
    hidden_size: int = 4
    width: Optional[int] = None
    token: Optional[int] = None

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        params["part_config"] = FilledFromPartConfig.from_dict(params.get("part_config", {}))
        return super().from_dict(params)

    def __post_init__(self):
        if self.width is None:
            self.width = self.part_config.width
        if self.token is None:
            self.token = self.part_config.token


class FilledFromPart(nn.Module):
    def __init__(self, config: FilledFromConfig):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.width)
        self.token = -1 if config.token is None else config.token

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) + self.token


# run: {}
# run: {"token": 5, "width": 2}
# run: {"part_config": {"token": 3, "width": 6}}
# input: [2, 3, 4]
