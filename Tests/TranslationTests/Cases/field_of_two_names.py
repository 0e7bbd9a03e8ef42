from dataclasses import dataclass
from typing import List, Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class KindsConfig:
    model_type: str
    hidden_size: int = 4
    kinds: Optional[List[str]] = None
    _kinds: Optional[List[str]] = None

    def __post_init__(self):
        if self.kinds is None:
            self.kinds = self._kinds


class FieldOfTwoNames(nn.Module):
    def __init__(self, config: KindsConfig):
        super().__init__()
        kinds = config.kinds
        self.layers = [nn.Linear(4, 4, bias=kind == "biased") for kind in kinds]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


# run: {"kinds": ["biased", "plain"]}
# run: {"_kinds": ["plain"]}
# fails: {}
