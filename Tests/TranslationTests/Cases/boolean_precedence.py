import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class BooleanPrecedence(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        a = self.config.use_bias
        b = self.config.tied
        n = self.config.hidden_size
        if (a or b) and n > 1:
            x = x + 1
        if a or (b and n > 1):
            x = x + 2
        if not (a and b):
            x = x + 3
        if not a == b:
            x = x + 4
        return x * (2 if a else 3) - (n - 1) * 2


# run: {"use_bias": false, "tied": false}
# run: {"use_bias": false, "tied": true}
# run: {"use_bias": true, "tied": false}
# run: {"use_bias": true, "tied": true}
