import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Comparisons(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.n = config.hidden_size
        self.eps = config.eps

    def __call__(self, x):
        if self.n > 2 and self.n != 5:
            x = x + 1
        if 1 <= self.n < 10:
            x = x + 2
        if self.eps >= self.n:
            x = x + 3
        return mx.where(x > 0, x, -x)


# run: {}
# run: {"eps": 0.5}
# run: {"hidden_size": 12, "eps": 3.0}
