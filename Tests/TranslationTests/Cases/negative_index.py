import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class NegativeIndex(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        n = x.shape[-1]
        labels = self.config.labels or ["a"]
        if labels[-1] == "a" and labels[-2] == "b" and labels[0] == "c":
            return x[-1]
        return x.reshape(-1, n)[0, -1]


# run: {"labels": ["c", "b", "a"]}
# run: {"labels": ["a", "b", "c"]}
