import mlx.nn as nn
from .configuration import ModelConfig


class LongRows(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        for a, b, c, d, e in x:
            x = x + a * b + c * d - e
        return self.proj(x)
