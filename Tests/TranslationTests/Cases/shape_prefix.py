import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ShapePrefix(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        B, L = x.shape[:2]
        return self.proj(x).reshape(B, L, -1)
