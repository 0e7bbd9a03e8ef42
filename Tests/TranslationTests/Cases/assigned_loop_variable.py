import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AssignedLoopVariable(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        for n in range(3):
            if n == 1:
                n = n + 1
            x = x * n
        return self.proj(x)
