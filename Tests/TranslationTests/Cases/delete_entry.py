import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class DeleteEntry(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def sanitize(self, weights):
        for i in range(2):
            if f"h.{i}.bias" in weights:
                del weights[f"h.{i}.bias"]
        return weights

    def __call__(self, x):
        return self.proj(x)


# weights: {"h.0.bias": [2], "h.1.bias": [3], "h.2.bias": [4], "h.0.weight": [2, 2]}
