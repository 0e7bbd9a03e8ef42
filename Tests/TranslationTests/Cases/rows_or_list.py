import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RowsOrList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.is_joined = config.use_bias
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def features(self, x, other):
        if other is None:
            return x
        if len(x) != len(other):
            raise ValueError("as many of the one as of the other")
        return mx.stack([a + b for a, b in zip(x, other)])

    def __call__(self, x):
        first = [layer(x) for layer in self.layers]
        second = [layer(x * 2) for layer in self.layers]
        parts = self.features(first, second if self.is_joined else None)
        for i, layer in enumerate(self.layers):
            x = x + layer(parts[i])
        for part in parts:
            x = x - part
        return x * len(parts)


# run: {}
# run: {"use_bias": true}
# input: [3, 4]
