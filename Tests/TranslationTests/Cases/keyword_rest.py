import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class KeywordRest(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def scaled(self, x, **kwargs):
        factor = kwargs.get("factor", None)
        if factor is not None:
            x = x * factor
        return x

    def __call__(self, x):
        return self.scaled(self.proj(x), factor=2.0) + self.scaled(x)
