import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class TupleNewAndOld(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def both(self, x):
        return self.proj(x), x

    def __call__(self, x):
        total = x
        y, total = self.both(total)
        return y + total
