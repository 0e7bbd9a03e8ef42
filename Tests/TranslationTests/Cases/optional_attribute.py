import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OptionalAttribute(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.extra = nn.Linear(4, 4) if config.use_bias else None

    def __call__(self, x):
        if self.extra is not None:
            x = self.extra(x)
        return x


# run: {}
# run: {"use_bias": true}
