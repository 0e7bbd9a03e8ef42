from dataclasses import dataclass
from typing import Union

import mlx.core as mx
import mlx.nn as nn


@dataclass
class EitherTextArgs:
    hidden_size: int
    wide: bool = False
    size: int = 4

    @classmethod
    def from_dict(cls, params):
        return cls(**params)


@dataclass
class EitherConfig:
    model_type: str
    text_config: Union[EitherTextArgs, dict]

    def __post_init__(self):
        if isinstance(self.text_config, dict):
            self.text_config = EitherTextArgs.from_dict(self.text_config)


class ConfigurationOrDict(nn.Module):
    def __init__(self, config: EitherConfig):
        super().__init__()
        self.extra = config.text_config.wide and config.text_config.size
        self.proj = nn.Linear(config.text_config.hidden_size, 4)

    def __call__(self, x):
        if self.extra:
            return self.proj(x)
        return x


# run: {"text_config": {"hidden_size": 4}}
# run: {"text_config": {"hidden_size": 4, "wide": true}}
# run: {"text_config": {"hidden_size": 4, "wide": true, "size": 0}}
# fails: {}
