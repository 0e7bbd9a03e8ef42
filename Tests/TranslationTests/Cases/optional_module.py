import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OptionalModule(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        if config.use_bias:
            self.extra = nn.Linear(4, 4)
        if not config.tied:
            self.head = nn.Linear(4, 4, bias=False)

    def __call__(self, x):
        if self.config.use_bias:
            x = self.extra(x)
        if self.config.tied:
            return x
        return self.head(x)


# run: {"use_bias": false, "tied": false}
# run: {"use_bias": false, "tied": true}
# run: {"use_bias": true, "tied": false}
# run: {"use_bias": true, "tied": true}
