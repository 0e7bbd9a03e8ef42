import mlx.core as mx
import mlx.nn as nn
import numpy as np
from .configuration import ModelConfig


class HostPositions(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.start = config.num_layers
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def window(self, x: mx.array) -> mx.array:
        # The places of a window among those that are marked.
        columns = np.nonzero(np.array(x > 0))[1]
        inside = (columns >= self.start) & (columns < self.start + 2)
        indices = mx.array(np.flatnonzero(inside), dtype=mx.uint32)
        return x.reshape(-1, 1)[indices]

    def scattered(self, x: mx.array, places: mx.array) -> mx.array:
        found = np.asarray(places)
        rows, columns = np.nonzero(found >= 0)
        targets = found[rows, columns]
        out = mx.zeros((x.shape[0], 8))
        out[mx.array(rows), mx.array(targets)] += x[mx.array(rows), mx.array(columns)]
        return out

    def counted(self, counts: mx.array) -> mx.array:
        owners = mx.array(
            np.repeat(np.arange(counts.shape[0]), np.array(counts).astype(np.int32).tolist()),
            dtype=mx.int32,
        )
        offsets = [0] + np.cumsum(counts.tolist()).tolist()[:-1]
        shifted = np.array(offsets, dtype=np.int32) + 1
        pairs = np.argwhere(np.array([offsets, offsets]) > 0).tolist()
        total = sum(row * column for row, column in pairs)
        table = np.stack([shifted, np.zeros(len(offsets), dtype=np.int32)])
        return owners.sum() + mx.array(table).sum() + total

    def segments(self, x: mx.array, ids: mx.array) -> mx.array:
        marks = np.where(np.array(ids) == self.start)[0]
        parts = [x[: len(marks)]]
        last = 0
        for i, mark in enumerate(marks):
            mark = int(mark)
            if mark > last:
                parts.append(x[last:mark] * i)
            last = mark + 1
        return mx.concatenate(parts, axis=0).sum()

    def __call__(self, x):
        ids = mx.array([1, 2, 3, 3, 2, 3])
        x = x + self.segments(mx.arange(6) * 1.5, ids)
        places = mx.array([[3, -1, 5, 0], [-1, 2, 7, 1]])
        out = self.scattered(self.proj(x), places).sum()
        return out + self.window(x).sum() + self.counted(mx.array([2, 0, 3]))


# input: [2, 4]
