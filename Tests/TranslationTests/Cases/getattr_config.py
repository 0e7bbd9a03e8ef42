import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class GetattrConfig(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.width = getattr(config, "hidden_size", 7)
        self.extra = getattr(config, "not_there", 3)
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.width + self.extra
