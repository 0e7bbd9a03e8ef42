import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class IfElseAssignment(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.wide = nn.Linear(config.hidden_size, config.hidden_size)
        self.use_bias = config.use_bias

    def __call__(self, x):
        if self.use_bias:
            y = self.wide(x)
        else:
            y = x
        return y


# run: {}
# run: {"use_bias": true}
