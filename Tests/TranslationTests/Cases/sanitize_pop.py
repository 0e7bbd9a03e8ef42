import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SanitizePop(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.tied = config.tied
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        if self.tied:
            weights.pop("lm_head.weight", None)
        if "lm_head.weight" not in weights:
            weights["lm_head.weight"] = weights["embed_tokens.weight"]
        return weights


# run: {}
# run: {"tied": false}
# weights: {"lm_head.weight": [2, 3], "embed_tokens.weight": [3, 2]}
