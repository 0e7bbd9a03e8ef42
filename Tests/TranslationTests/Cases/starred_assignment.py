import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StarredAssignment(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        first, *rest = x.shape
        return self.proj(x).reshape(first, -1)
