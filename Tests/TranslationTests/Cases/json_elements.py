from dataclasses import dataclass
from typing import List, Optional, Union

import mlx.nn as nn

from ..base import BaseModelConfig
from ..mlp import GELUMLP


@dataclass
class JsonElementsPart(BaseModelConfig):
    model_type: str = "part"
    hidden_size: int = 4
    intermediate_size: int = 6


@dataclass
class JsonElementsConfig(BaseModelConfig):
    model_type: str = "json_elements"
    hidden_size: int = 4
    layers: Union[int, List[int]] = -1
    part: Optional[JsonElementsPart] = None

    def __post_init__(self):
        if isinstance(self.part, dict):
            self.part = JsonElementsPart.from_dict(self.part)


class JsonElements(nn.Module):
    def __init__(self, config: JsonElementsConfig):
        super().__init__()
        self.count = len(config.layers)
        self.projections = [nn.Linear(4, 4) for _ in config.layers]
        self.mlp = GELUMLP(config.part)

    def __call__(self, x):
        for projection in self.projections:
            x = projection(x)
        return self.mlp(x) * self.count


# run: {"layers": [0, -1], "part": {}}
# run: {"layers": [2], "part": {"intermediate_size": 5}}
# fails: {"part": {}}
# fails: {"layers": [2]}
