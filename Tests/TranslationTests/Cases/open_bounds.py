import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OpenBounds(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.rows = config.num_layers
        self.proj = nn.Linear(4, 4)

    def summed(self, x, start=None):
        return x[:, start:].sum() + len(x.shape[start:])

    def __call__(self, x):
        rest = x.shape[-2] - self.rows
        end = -rest if rest > 0 else None
        x = x[:, :end] + self.summed(x) + self.summed(x, 1)
        return self.proj(x)


# run: {}
# run: {"num_layers": 4}
# input: [2, 4, 4]
