import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PresenceApart(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.scaled = config.use_bias
        if config.use_bias:
            self.extra = nn.Linear(4, 4)
        if config.use_bias and config.window is not None:
            self.inner = nn.Linear(4, 4)

    def shrink(self):
        self.scaled = False

    def __call__(self, x):
        if self.config.window is not None and self.config.use_bias:
            x = self.inner(x)
        if self.config.window is not None:
            x = x * 2
        if self.scaled:
            x = self.extra(x)
        self.shrink()
        return x


# run: {}
# run: {"use_bias": true}
# run: {"use_bias": true, "window": 2}
