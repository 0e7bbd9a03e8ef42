import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class BareLogits(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def double(self, x, n: int):
        if n > 1:
            return self.proj(x)
        return x

    def __call__(self, x):
        return self.double(x, x.shape[0])
