import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ConditionalExpression(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        scale = self.config.scale if self.config.use_bias else 1
        y = x if self.config.window is None else x[:, -self.config.window :]
        return self.proj(y) * scale


# run: {"use_bias": true}
# run: {"window": 4}
# run: {"window": 0}
