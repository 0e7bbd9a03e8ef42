import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


def positions(count: int) -> mx.array:
    rows = []
    for first in range(count):
        for second in range(2):
            rows.append((first, second, first * count + second))
    return mx.array(rows, dtype=mx.int32)


class RowsOfTuples(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x: mx.array) -> mx.array:
        rows = positions(x.shape[1])
        return self.proj(x) * rows.sum()


# run: {}
# input: [2, 3, 4]
