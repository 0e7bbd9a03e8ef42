import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AbsentParameter(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def step(self, x, state=None):
        if state is None:
            state = x * 0
        return self.proj(x) + state

    def clipped(self, x, other=None):
        if other is not None:
            x = x + other
        return x

    def __call__(self, x):
        return self.clipped(self.step(x))
