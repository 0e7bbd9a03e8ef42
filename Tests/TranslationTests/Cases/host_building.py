import mlx.core as mx
import mlx.nn as nn
import numpy as np
from .configuration import ModelConfig


class HostBuilding(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.mark = config.num_layers

    def positions(self, tokens: mx.array, grid: mx.array) -> mx.array:
        ids = np.array(tokens.tolist())
        starts = np.where(ids == self.mark)[0].tolist()
        columns = np.arange(ids.size)
        rows = np.full((ids.size,), 100000001)
        kinds = np.zeros(ids.size, dtype=np.uint8)
        for start in starts:
            _, height, width = grid.flatten().tolist()
            end = min(start + height * width, ids.size)
            columns[start:end] = np.tile(np.arange(width), height)[: end - start]
            rows[start:end] = np.repeat(np.arange(height), width)[: end - start]
            kinds[start:end] = start + 1
        for place, kind in enumerate(kinds.tolist()[1:], start=1):
            columns[place : place + 1] = columns[place : place + 1] + kind * place
        most = int(np.max(columns)) - int(columns.min()) + int(kinds.max()) - int(np.min(rows))
        columns[0:1] = most
        parts = np.concatenate([columns, rows]).reshape(2, -1)
        return mx.array(parts) + mx.array(kinds)

    def chosen(self, x: mx.array) -> mx.array:
        weights = np.ones((2, 2), dtype=np.float32).flatten()
        places = np.arange(1, 5, dtype=np.int64).astype(np.uint32)
        inside = np.array(x > 0).astype(np.bool_)
        return mx.array(weights) * mx.array(places)[: weights.size] + mx.array(inside).sum() + inside.ndim

    def __call__(self, x):
        tokens = mx.array([5, 2, 7, 7, 7, 7, 7, 2, 7])
        positions = self.positions(tokens, mx.array([[1, 2, 3]]))
        return x + positions.sum(axis=0)[:4] + positions[1].max() + self.chosen(x)


# input: [2, 4]
