from dataclasses import dataclass, field
from typing import List

import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class ChangingMethodOfPartConfig(BaseModelConfig):
    model_type: str = "changing"
    hidden_size: int = 4
    sizes: List[int] = field(default_factory=list)

    def add(self, size):
        self.sizes.append(size)
        self.hidden_size = size


class ChangingMethodOfPart(nn.Module):
    def __init__(self, config: ChangingMethodOfPartConfig):
        super().__init__()
        config.add(3)
        self.proj = nn.Linear(4, config.hidden_size)

    def __call__(self, x):
        return self.proj(x)
