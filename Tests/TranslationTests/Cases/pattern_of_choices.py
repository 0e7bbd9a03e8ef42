import re

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PatternOfChoices(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.lm_head = nn.Linear(4, 4)

    def __call__(self, x):
        return self.lm_head(x)

    def sanitize(self, weights):
        return {
            (
                f"language.{k}"
                if re.match(r"^model\.(norm|layers)", k)
                else "tower." + k if re.match(r"^(vision|image)_tower\.(a|b)", k) else k
            ): v
            for k, v in weights.items()
        }


# weights: {"lm_head.weight": [4, 4], "model.norm.weight": [4], "model.layers.0": [2], "model.embed": [2], "vision_tower.a": [1], "image_tower.b.c": [1], "vision_tower.c": [1], "xmodel.norm": [1]}
