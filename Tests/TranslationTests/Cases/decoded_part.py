from dataclasses import dataclass
from typing import Any

import mlx.core as mx
import mlx.nn as nn
from ..base import BaseModelConfig


@dataclass
class InnerArgs(BaseModelConfig):
    size: int
    layer_types: list = None


@dataclass
class PartConfig:
    text_config: dict
    rope_scaling: Any = None


# call: block(mx.tanh(input_ids))
class DecodedPart(nn.Module):
    def __init__(self, config: PartConfig):
        super().__init__()
        args = InnerArgs.from_dict(config.text_config)
        self.layer_types = args.layer_types or ["full"] * args.size

    def __call__(self, x):
        return x * len(self.layer_types)


# run: {"text_config": {"size": 3}}
# run: {"text_config": {"size": 3, "layer_types": ["a", "b"]}}
