import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SharedContainer(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.widths = {"a": config.hidden_size}
        self.rows = [[1], [2]]
        widths = self.widths
        widths["b"] = 2
        for row in self.rows:
            row.append(3)
        first = self.rows[0]
        first[0] = 4

    def __call__(self, x):
        sizes = [1]
        others = sizes
        others.append(2)
        rows = [[5]]
        last = rows[-1]
        for i in range(2):
            last += [i]
        if self.widths["a"] > 2:
            others = sizes
        else:
            others = [0]
        others.append(6)
        return x * sum(sizes) + sum(rows[0]) + self.rows[0][0]

    def sanitize(self, weights):
        kept = weights
        kept.pop("unused", None)
        return weights
