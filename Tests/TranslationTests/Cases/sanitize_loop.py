import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SanitizeLoop(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        sanitized = {}
        for k, v in weights.items():
            if k.startswith("vision."):
                continue
            if "conv" in k:
                v = v.transpose(0, 2, 3, 1)
            sanitized[k] = v
        return sanitized


# weights: {"vision.a": [2], "conv.weight": [2, 3, 4, 5], "b": [3]}
