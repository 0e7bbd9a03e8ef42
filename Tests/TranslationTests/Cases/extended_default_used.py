from dataclasses import dataclass
from typing import Optional

import mlx.nn as nn


@dataclass
class BaseConfig:
    model_type: str = "base"
    hidden_size: int = 4
    width: int = 2
    depth: Optional[int] = None

    def __post_init__(self):
        if self.depth is None:
            self.depth = 2 * self.width


@dataclass
class ExtendedConfig(BaseConfig):
    width: int = 3


class Scaled(nn.Module):
    def __init__(self, config: BaseConfig):
        super().__init__()
        self.scale = config.width

    def __call__(self, x):
        return x * self.scale


class ExtendedDefaultUsed(nn.Module):
    def __init__(self, config: ExtendedConfig):
        super().__init__()
        self.scaled = Scaled(config)

    def __call__(self, x):
        return self.scaled(x)
