import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SanitizeFilter(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {k: v for k, v in weights.items() if "inv_freq" not in k and not k.endswith(".bias")}


# weights: {"a.inv_freq": [2], "a.weight": [3], "a.bias": [2]}
