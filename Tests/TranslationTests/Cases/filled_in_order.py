from dataclasses import dataclass
from typing import List, Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class FilledInOrderConfig:
    model_type: str
    num_layers: int
    theta: float = 1000.0
    factor: Optional[float] = None
    layer_types: Optional[List[str]] = None
    thetas: Optional[List[float]] = None

    def __post_init__(self):
        if self.factor is not None:
            self.theta = self.theta * self.factor
        if self.layer_types is None:
            pattern = ["sliding"] * 2 + ["full"]
            self.layer_types = (pattern * self.num_layers)[: self.num_layers]
        if self.thetas is None:
            self.thetas = [0 if kind == "full" else self.theta for kind in self.layer_types]


class FilledInOrder(nn.Module):
    def __init__(self, config: FilledInOrderConfig):
        super().__init__()
        self.scale = config.thetas[0]
        self.is_full = config.layer_types[0] == "full"
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if self.is_full:
            x = self.proj(x)
        return x * self.scale


# run: {"num_layers": 2}
# run: {"num_layers": 2, "factor": 1.1}
# run: {"num_layers": 1, "layer_types": ["full"]}
# run: {"num_layers": 1, "thetas": [0.3]}
