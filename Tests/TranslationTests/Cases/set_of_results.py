import mlx.nn as nn
from .configuration import ModelConfig


class SetOfResults(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        seen = set()
        for row in x:
            y = self.proj(row)
            if y in seen:
                return y
            seen.add(y)
        return x
