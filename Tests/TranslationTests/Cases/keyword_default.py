import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class KeywordDefault(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def scaled(self, x, **kwargs):
        return x * kwargs.get("factor", 3.0)

    def __call__(self, x):
        return self.scaled(self.proj(x), factor=2.0) + self.scaled(x)
