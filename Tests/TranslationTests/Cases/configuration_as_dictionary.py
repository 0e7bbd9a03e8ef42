from dataclasses import asdict, dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class EntriesPartConfig(BaseModelConfig):
    width: int = 3
    token: int = 2


@dataclass
class EntriesOfPartConfig(BaseModelConfig):
    part_config: EntriesPartConfig
    model_type: str = "case"
    hidden_size: int = 4
    token: Optional[int] = None

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        params["part_config"] = EntriesPartConfig.from_dict(params.get("part_config", {}))
        return super().from_dict(params)

    def __post_init__(self):
        if self.token is None:
            part = (
                asdict(self.part_config)
                if isinstance(self.part_config, EntriesPartConfig)
                else self.part_config
            )
            self.token = part["token"]


class ConfigurationAsDictionary(nn.Module):
    def __init__(self, config: EntriesOfPartConfig):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.part_config.width)
        self.token = -1 if config.token is None else config.token

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) + self.token


# run: {}
# run: {"token": 5}
# run: {"part_config": {"token": 3, "width": 6}}
# input: [2, 3, 4]
