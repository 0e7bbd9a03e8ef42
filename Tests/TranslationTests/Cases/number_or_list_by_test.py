from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class SizeOrSizesConfig:
    model_type: str
    layer: int
    # The annotations name the number only; the tests tell of the list.
    size: int
    first: int = 0
    scale: float = 1.0


class NumberOrListByTest(nn.Module):
    def __init__(self, config: SizeOrSizesConfig):
        super().__init__()
        size = config.size[config.layer] if isinstance(config.size, list) else config.size
        self.proj = nn.Linear(4, size)
        first = (
            min(config.first) if isinstance(config.first, (tuple, list)) else config.first
        )
        self.is_first = config.layer >= first
        self.scale = float(
            config.scale[config.layer] if isinstance(config.scale, list) else config.scale
        )

    def __call__(self, x):
        if self.is_first:
            x = self.proj(x)
        return x * self.scale


# run: {"layer": 1, "size": 3}
# run: {"layer": 1, "size": [3, 5], "first": [2, 1]}
# run: {"layer": 0, "size": [3, 5], "first": [2, 1], "scale": [0.5]}
# fails: {"layer": 2, "size": [3, 5]}
# fails: {"layer": 0, "size": 3, "first": []}
