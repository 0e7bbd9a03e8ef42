import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class BooleanValue(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.both = config.use_bias and not config.tied
        self.either = config.use_bias or config.hidden_size > 3

    def __call__(self, x):
        return x if self.both else x * 2 if self.either else x * 3


# run: {"use_bias": false, "tied": false}
# run: {"use_bias": false, "tied": true}
# run: {"use_bias": true, "tied": false}
# run: {"use_bias": true, "tied": true}
