import re

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PatternReplaced(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.first = nn.Linear(4, 4)
        self.second = nn.Linear(4, 4)

    def __call__(self, x):
        return self.second(self.first(x))

    def sanitize(self, weights):
        renamed = {}
        for k, v in weights.items():
            k = re.sub(r"block\.0\.", "block.first.", k)
            k = re.sub(r"block\.1\.", "block.second.", k)
            renamed[k] = v
        return renamed


# weights: {"block.0.weight": [4, 4], "block.0.bias": [4], "block.1.weight": [4, 4], "block.1.bias": [4]}
