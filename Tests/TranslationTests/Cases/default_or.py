import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class DefaultOr(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.size = config.head_dim or config.hidden_size // 2
        self.label = config.label or "none"
        self.labels = config.labels or ["a", "b"]
        self.proj = nn.Linear(self.size, len(self.labels))

    def __call__(self, x):
        if self.label == "none":
            return self.proj(x)
        return x.reshape(-1, self.size)


# run: {"hidden_size": 8, "labels": ["a", "b", "c", "d"]}
# run: {"head_dim": 4, "label": "x"}
# run: {"head_dim": 0, "hidden_size": 8, "label": ""}
