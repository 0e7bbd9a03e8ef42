import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class IsinstanceBool(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if isinstance(self.config.use_bias, int):
            return x
        return self.proj(x)


# run: {"use_bias": true}
# run: {}
