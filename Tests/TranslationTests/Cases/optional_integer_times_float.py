from typing import Optional

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OptionalIntegerTimesFloat(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        width = config.head_dim
        if config.factor is not None:
            width = int(config.factor * width)
        width = 2 * ((width + 1) // 2)
        self.proj = nn.Linear(4, width)

    def __call__(self, x):
        return self.proj(x)


# run: {"head_dim": 7}
# run: {"head_dim": 7, "factor": null}
# run: {"head_dim": 5, "factor": 0.7}
# fails: {}
