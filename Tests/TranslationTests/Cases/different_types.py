import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class DifferentTypes(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        y = self.proj(x) if self.config.use_bias else "none"
        return y
