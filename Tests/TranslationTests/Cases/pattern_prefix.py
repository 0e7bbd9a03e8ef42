import re

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PatternPrefix(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {
            (
                f"{k.split('.', 1)[1]}"
                if re.match(r"^model\.", k)
                else (f"head.{k}" if re.match("lm_head", k) else k)
            ): v
            for k, v in weights.items()
        }


# weights: {"model.proj.weight": [4, 4], "models.proj": [2], "lm_head.weight": [3], "my.model.x": [2]}
