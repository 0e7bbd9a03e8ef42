from dataclasses import dataclass

import mlx.nn as nn


@dataclass
class FactorConfig:
    model_type: str
    dims: int = 8
    share: int = 1
    width: int = 4


class TruncatedFactor(nn.Module):
    def __init__(self, config: FactorConfig):
        super().__init__()
        self.scale = int(config.share * config.dims * config.width) + config.dims
        self.proj = nn.Linear(config.width, 4)

    def __call__(self, x):
        return self.proj(x) * self.scale


# run: {}
# run: {"share": 0.3}
# run: {"share": 2}
