from dataclasses import dataclass, field

import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class WidthConfig(BaseModelConfig):
    model_type: str = "width"
    width: int = 4
    offset: float = 0.5


@dataclass
class WidePartsConfig(BaseModelConfig):
    width_config: WidthConfig = field(default_factory=lambda: WidthConfig())
    model_type: str = "parts"
    hidden_size: int = 4


class ConfigurationOfParts(nn.Module):
    def __init__(self, config: WidePartsConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.width_config.width)
        self.offset = config.width_config.offset

    def __call__(self, x):
        return self.proj(x) + self.offset


# run: {}
