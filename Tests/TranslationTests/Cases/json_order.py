import math

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class JsonOrder(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = 1.0
        if config.rope_scaling is not None:
            spread = config.rope_scaling.get("spread", 0)
            if spread:
                factor = config.rope_scaling["factor"]
                if factor > 1:
                    self.scale = 0.1 * spread * math.log(factor) + 1.0
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.scale


# run: {}
# run: {"rope_scaling": {"factor": 40, "spread": 0.7}}
# run: {"rope_scaling": {"factor": 0.5, "spread": 2}}
# run: {"rope_scaling": {}}
