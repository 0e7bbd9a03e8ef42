from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class RefusedOtherConfig(BaseModelConfig):
    hidden_size: int = 4


@dataclass
class RefusedPartConfig(BaseModelConfig):
    width: int = 4

    @classmethod
    def from_dict(cls, params):
        nested = params["nested"]
        nested["width"] = 3
        if params.get("other"):
            return RefusedOtherConfig.from_dict(params)
        return super().from_dict(params)


@dataclass
class RefusedConfig(BaseModelConfig):
    text_config: RefusedPartConfig
    vision_config: Optional[RefusedPartConfig] = None
    model_type: str = "case"

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        params["text_config"] = params.pop("text", {})
        params["vision_config"] = RefusedOtherConfig.from_dict(params["vision_config"])
        return super().from_dict(params)


class ConfigurationEntriesRefused(nn.Module):
    def __init__(self, config: RefusedConfig):
        super().__init__()
        self.proj = nn.Linear(4, config.text_config.width)

    def __call__(self, x: mx.array) -> mx.array:
        return self.proj(x)
