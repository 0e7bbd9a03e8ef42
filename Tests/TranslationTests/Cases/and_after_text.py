import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AndAfterText(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, 2)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        sanitized = {}
        for k, v in weights.items():
            if ("conv" in k and "weight" in k) or ("attn" and "proj.weight") in k:
                v = v.transpose(1, 0)
            sanitized[k] = v
        return sanitized


# weights: {"proj.weight": [4, 2], "proj.bias": [2]}
