from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class SetPartConfig(BaseModelConfig):
    width: int = 3
    out: int = 3
    shift: int = 2
    scale: float = 1.0


@dataclass
class SetWholeConfig(BaseModelConfig):
    part_config: SetPartConfig
    other_config: Optional[SetPartConfig] = None
    model_type: str = "case"
    hidden_size: int = 4
    shift: Optional[int] = None
    limit: int = 8

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        params["part_config"] = SetPartConfig.from_dict(params.get("part_config", {}))
        params["other_config"] = SetPartConfig.from_dict(params["other_config"])
        return super().from_dict(params)


class SetPart(nn.Module):
    def __init__(self, config: SetPartConfig):
        super().__init__()
        self.config = config
        self.up = nn.Linear(config.width, config.out)

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) * self.config.scale


class ConfigurationSet(nn.Module):
    def __init__(self, config: SetWholeConfig):
        super().__init__()
        self.config = config
        self.down = nn.Linear(config.hidden_size, config.part_config.width)
        config.part_config.scale = config.hidden_size / 8
        config.other_config.out = config.part_config.out
        self.part = SetPart(config.part_config)
        self.other = SetPart(config.other_config)
        if self.config.shift is None:
            self.config.shift = config.part_config.shift
        config.limit = 6
        self.limit = config.limit

    def __call__(self, x: mx.array) -> mx.array:
        x = mx.minimum(self.down(x) + self.config.shift, self.limit)
        return self.part(x) * self.config.limit + self.other(x)


# run: {"other_config": {}}
# run: {"shift": 5, "limit": 4, "other_config": {"out": 5, "scale": 3.0}}
# run: {"other_config": {}, "part_config": {"shift": 1, "out": 2, "scale": 0.5}}
# input: [2, 3, 4]
