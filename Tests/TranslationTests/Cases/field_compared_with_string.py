import math
from dataclasses import dataclass

import mlx.nn as nn


@dataclass
class RankConfig:
    model_type: str
    hidden_size: int
    rank: int
    scale: float = 1.0

    def __post_init__(self):
        if self.rank == "auto":
            self.rank = math.ceil(self.hidden_size / 3)


class FieldComparedWithString(nn.Module):
    def __init__(self, config: RankConfig):
        super().__init__()
        self.rank = int(config.rank)
        self.scale = 0.5 if config.scale == "half" else float(config.scale)
        self.proj = nn.Linear(config.hidden_size, self.rank)

    def __call__(self, x):
        return self.proj(x)[..., :1] * self.rank * self.scale


# run: {"rank": "auto"}
# run: {"rank": 3, "scale": "half"}
# run: {"rank": 5.0, "scale": 3}
# fails: {"rank": "automatic"}
