from dataclasses import dataclass
from typing import Optional

import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class NestedPostInitWidth(BaseModelConfig):
    model_type: str = "width"
    width: int = None
    usual: int = 4
    scale: Optional[int] = 7

    def __post_init__(self):
        if self.width is None:
            object.__setattr__(self, "width", self.usual)
        if self.scale is None:
            object.__setattr__(self, "scale", self.usual)
        if self.width < 0:
            raise ValueError("a width is above 0")


@dataclass
class NestedPostInitConfig(BaseModelConfig):
    part: NestedPostInitWidth
    model_type: str = "nested"
    hidden_size: int = 4

    def __post_init__(self):
        if isinstance(self.part, dict):
            self.part = NestedPostInitWidth.from_dict(self.part)


class NestedPostInit(nn.Module):
    def __init__(self, config: NestedPostInitConfig):
        super().__init__()
        self.width = config.part.width
        self.scale = config.part.scale
        self.proj = nn.Linear(config.hidden_size, self.width)

    def __call__(self, x):
        return self.proj(x) * self.width * self.scale


# run: {"part": {}}
# run: {"part": {"width": 3, "scale": null}}
# run: {"part": {"scale": 2, "usual": 5}}
# fails: {"part": {"width": -1}}
