from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class SetLateConfig(BaseModelConfig):
    model_type: str = "case"
    hidden_size: int = 4
    width: int = 4
    scale: float = 1.0
    depth: int = 1


class SetLatePart(nn.Module):
    def __init__(self, config: SetLateConfig):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.width)

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x)


class ConfigurationSetLate(nn.Module):
    def __init__(self, config: SetLateConfig):
        super().__init__()
        self.part = SetLatePart(config)
        self.scale = config.scale
        config.width = 2
        config.scale = 2.0
        config.depth = config.depth + 1
        self.out = nn.Linear(4, config.width)

    def __call__(self, x: mx.array) -> mx.array:
        return self.out(self.part(x)) * self.scale
