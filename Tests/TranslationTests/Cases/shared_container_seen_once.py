import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SharedContainerSeenOnce(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.sizes = [config.hidden_size]
        sizes = self.sizes
        sizes.append(2)
        self.sizes = sizes
        first = [1]
        second = first
        second.append(3)
        self.total = sum(second)
        rows = []
        for i in range(3):
            row = [i]
            row.append(self.total)
            rows.append(row)
        self.rows = rows

    def __call__(self, x):
        return x * sum(self.sizes) + sum(self.rows[2]) + self.rows[1][0]


# run: {}
