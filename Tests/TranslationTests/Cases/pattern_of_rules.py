import re

import mlx.nn as nn
from .configuration import ModelConfig


class PatternOfRules(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {k: v for k, v in weights.items() if not re.match(r"layers\.\d+", k)}
