import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Truthiness(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.n = config.num_layers
        self.window = config.window
        self.label = config.label
        self.labels = config.labels
        self.bias = config.use_bias
        self.factor = config.factor

    def __call__(self, x):
        if self.n:
            x = x + 1
        if self.window:
            x = x + self.window
        if self.label:
            x = x + 3
        if not self.labels:
            x = x + 4
        if not self.bias or self.n > 3:
            x = x + 5
        if self.factor and self.bias:
            x = x * self.factor
        return x


# run: {}
# run: {"num_layers": 0, "window": 0, "label": "", "labels": [], "factor": 0.0}
# run: {"window": 1, "label": "x", "labels": ["a"], "use_bias": true}
