from dataclasses import dataclass
from typing import Dict, Optional, Union

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class DecodingBaseConfig(BaseModelConfig):
    model_type: str = "base"
    hidden_size: int = 4
    width: int = 3
    scale: float = 2.0

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        if "old_size" in params:
            params["hidden_size"] = params.pop("old_size")
        if "old_shift" in params:
            params["shift"] = params.pop("old_shift")
        return super().from_dict(params)


@dataclass
class DecodingConfig(DecodingBaseConfig):
    model_type: str = "extended"
    width: Union[int, Dict] = 3
    scale: Optional[float] = None
    shift: int = 1


class DecodingPart(nn.Module):
    def __init__(self, config: DecodingBaseConfig):
        super().__init__()
        self.scale = config.scale or 0.5
        self.up = nn.Linear(config.hidden_size, 3)

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) * self.scale


class ExtendedDecoding(nn.Module):
    def __init__(self, config: DecodingConfig):
        super().__init__()
        self.part = DecodingPart(config)
        self.shift = config.shift
        width = config.width
        self.width = float(width["inner"] if isinstance(width, dict) else width)

    def __call__(self, x: mx.array) -> mx.array:
        return self.part(x) * self.width + self.shift


# run: {}
# run: {"width": {"inner": 5}, "scale": 3.0}
# run: {"old_size": 4, "old_shift": 7, "width": 2}
# input: [2, 3, 4]
