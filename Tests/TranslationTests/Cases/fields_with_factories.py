from dataclasses import dataclass, field
from typing import List

import mlx.nn as nn


@dataclass
class FieldConfig:
    model_type: str
    sizes: List[int] = field(default_factory=lambda: [4, 8])
    names: List[str] = field(default_factory=list)
    limit: int = field(default=3)


class FieldsWithFactories(nn.Module):
    def __init__(self, config: FieldConfig):
        super().__init__()
        self.proj = nn.Linear(config.sizes[0], len(config.names))

    def __call__(self, x):
        return self.proj(x)
