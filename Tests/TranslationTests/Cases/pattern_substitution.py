import re

import mlx.nn as nn
from .configuration import ModelConfig


class PatternSubstitution(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        renamed = {}
        for key, value in weights.items():
            key = re.sub(r"parts\.0\.", "first.", key)
            renamed[re.sub(r"\.gamma", ".weight", key)] = value
        return renamed


# weights: {"parts.0.gamma": [2], "parts.10.gamma": [3], "parts.0.parts.0.bias": [4], "parts_0_gamma": [2]}
