import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ConditionalUpdate(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        y = self.proj(x)
        if self.config.use_bias:
            y = y + x
        if self.config.window is not None and self.config.label is not None:
            y = y[:, : self.config.window]
        return y


# run: {}
# run: {"use_bias": true, "window": 1, "label": "a"}
# run: {"window": 1}
