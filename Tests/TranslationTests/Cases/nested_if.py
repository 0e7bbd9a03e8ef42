import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class NestedIf(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if self.config.use_bias:
            if self.config.tied:
                y = x * 2
            else:
                y = x * 3
        else:
            y = self.proj(x)
        return y


# run: {"use_bias": false, "tied": false}
# run: {"use_bias": false, "tied": true}
# run: {"use_bias": true, "tied": false}
# run: {"use_bias": true, "tied": true}
