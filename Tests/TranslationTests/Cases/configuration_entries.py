import inspect
from dataclasses import dataclass
from typing import Dict, Optional, Union

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class EntriesTextConfig(BaseModelConfig):
    hidden_size: int = 4
    width: int = 3
    bias: Optional[bool] = None
    scale: float = 1.0


@dataclass
class EntriesVisionConfig(BaseModelConfig):
    width: int = 5
    image_size: Optional[int] = None


@dataclass
class EntriesConfig(BaseModelConfig):
    text_config: "EntriesTextConfig"
    vision_config: "EntriesVisionConfig"
    model_type: str = "case"
    hidden_size: int = 4
    tokens: int = 0

    @classmethod
    def from_dict(cls, params):
        text_params = params.get("text_config", {})
        vision_params = params.get("vision_config", {})

        for key, value in params.items():
            if key in EntriesTextConfig.__dataclass_fields__ and key not in text_params:
                text_params[key] = value

        if text_params.get("bias", None) is None:
            text_params["bias"] = True
        if "factor" not in text_params and "factor" in params:
            text_params["scale"] = params["factor"]

        image_size = vision_params.get("image_size")
        patch_size = vision_params.get("patch_size")
        if image_size is not None and patch_size is not None and "tokens" not in params:
            params["tokens"] = (image_size // patch_size) ** 2

        return cls(
            text_config=EntriesTextConfig.from_dict(text_params),
            vision_config=EntriesVisionConfig.from_dict(vision_params),
            **{
                k: v
                for k, v in params.items()
                if k in inspect.signature(cls).parameters
                and k not in {"text_config", "vision_config"}
            },
        )


class ConfigurationEntries(nn.Module):
    def __init__(self, config: EntriesConfig):
        super().__init__()
        text = config.text_config
        self.scale = text.scale
        self.tokens = config.tokens
        self.up = nn.Linear(config.hidden_size, text.width, bias=bool(text.bias))
        self.out = nn.Linear(text.width, config.vision_config.width)

    def __call__(self, x: mx.array) -> mx.array:
        return self.out(self.up(x)) * self.scale + self.tokens


# run: {"text_config": {"width": 6, "bias": false}, "vision_config": {}}
# run: {"width": 7, "factor": 0.5, "vision_config": {"width": 2}}
# run: {"vision_config": {"image_size": 8, "patch_size": 2}, "scale": 3}
# run: {"vision_config": {"image_size": 8, "patch_size": 2}, "tokens": 1}
# run: {}
# fails: {"text_config": {"width": "a"}}
# input: [2, 3, 4]
