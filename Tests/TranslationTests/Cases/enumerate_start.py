import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class EnumerateStart(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        for i, label in enumerate(self.config.labels, 1):
            x = x * i
        return self.proj(x)


# run: {"labels": ["a", "b", "c"]}
