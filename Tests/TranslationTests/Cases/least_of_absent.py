import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class LeastOfAbsent(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        width = min(config.head_dim, config.hidden_size)
        self.scale = max(config.factor, 0.5)
        self.proj = nn.Linear(4, width)

    def __call__(self, x):
        return self.proj(x) * self.scale


# run: {"head_dim": 7, "factor": 0.25}
# run: {"head_dim": 3, "factor": 2}
# fails: {"factor": 0.25}
