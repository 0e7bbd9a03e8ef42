import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ShadowedLoopVariable(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        for i in range(3):
            y = x * i
        return self.proj(y) + i
