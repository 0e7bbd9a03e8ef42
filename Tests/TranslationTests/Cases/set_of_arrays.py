import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SetOfArrays(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.unit = config.num_layers

    def lengths(self, grid):
        ends = [0]
        for height, width in grid.tolist():
            rows = mx.arange(height * width).reshape(height, width)
            counts = mx.sum(rows != 1, axis=-1).reshape(-1)
            ends.extend((mx.cumsum(counts, axis=0) * self.unit + ends[-1]).tolist())
        return mx.array(ends)

    def __call__(self, x):
        ends = self.lengths(mx.array([[2, 3], [1, 1], [1, 2]]))
        seen = set()
        kept = []
        for i, end in enumerate(ends):
            if end not in seen:
                seen.add(end)
                kept.append(i)
        return x + ends[mx.array(kept, dtype=mx.int32)].sum()


# run: {}
