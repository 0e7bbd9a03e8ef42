from dataclasses import dataclass
from typing import List, Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class LayerKindsConfig:
    model_type: str
    layer: int
    kinds: List[str]
    sizes: Optional[List[int]] = None


class ListOfLayers(nn.Module):
    def __init__(self, config: LayerKindsConfig):
        super().__init__()
        self.is_long = config.kinds[config.layer] == "long"
        self.last = config.kinds[-1]
        self.size = config.sizes[config.layer] if config.sizes is not None else 1

    def __call__(self, x):
        if self.is_long:
            x = x * 2
        if self.last == "long":
            x = x - 1
        return x + self.size


# run: {"layer": 1, "kinds": ["short", "long", "short"]}
# run: {"layer": 0, "kinds": ["short", "long"], "sizes": [4]}
# fails: {"layer": 2, "kinds": ["short", "long"]}
# fails: {"layer": 1, "kinds": ["short", "long"], "sizes": [4]}
# fails: {"layer": 0, "kinds": []}
