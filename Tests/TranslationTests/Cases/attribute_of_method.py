import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AttributeOfMethod(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.count = config.num_layers * 2
        self.window = config.window
        self.scale = config.scale
        self._slopes = self._make_slopes(0.5)
        self.proj = nn.Linear(4, self._width())

    def _make_slopes(self, start):
        count = max(self.count, 1)
        slopes = mx.array([start ** (i + 1) for i in range(count)])
        if self.window is not None:
            slopes = slopes * self.window
        return slopes * self.scale

    def _width(self):
        return self.count

    def __call__(self, x):
        return self.proj(x) * self._slopes


# run: {}
# run: {"window": 3, "scale": 0.5}
