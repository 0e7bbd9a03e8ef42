import inspect
from dataclasses import dataclass, field

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig

_SHARED = ["width", "scale"]


@dataclass
class ReloadedTextConfig(BaseModelConfig):
    width: int = 3
    scale: float = 1.0


@dataclass
class ReloadedVisionConfig(BaseModelConfig):
    in_channels: int = 2


@dataclass
class ReloadedConfig(BaseModelConfig):
    text_config: ReloadedTextConfig = field(default_factory=ReloadedTextConfig)
    vision_config: ReloadedVisionConfig = field(default_factory=ReloadedVisionConfig)
    model_type: str = "case"
    hidden_size: int = 4

    @classmethod
    def from_dict(cls, params):
        if not params.get("text_config"):
            params["text_config"] = {
                k: v
                for k, v in params.items()
                if k in inspect.signature(ReloadedTextConfig).parameters
            }
        shared = {k: params[k] for k in _SHARED if k in params}
        if shared:
            text = params.get("text_config", {})
            if isinstance(text, dict):
                params = {**params, "text_config": {**text, **shared}}
        params = dict(params)
        vision = dict(params.get("vision_config") or {})
        if "in_chans" in vision:
            vision.setdefault("in_channels", vision.pop("in_chans"))
        params["vision_config"] = ReloadedVisionConfig.from_dict(vision)
        if "size" in params:
            params["hidden_size"] = params["size"]
        return super().from_dict(params)


class ConfigurationEntriesReloaded(nn.Module):
    def __init__(self, config: ReloadedConfig):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.text_config.width)
        self.scale = config.text_config.scale
        self.shift = config.vision_config.in_channels

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) * self.scale + self.shift


# not run: the runner makes the configuration by from_dict alone, mlx-vlm's loader decodes the parts again
