from typing import Optional

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ComparedList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.token = config.num_layers

    def places(self, ids: mx.array, mask: Optional[mx.array] = None):
        count = ids.shape[1]
        if mask is None:
            mask = mx.ones_like(ids)
        rows = mx.ones((2, ids.shape[0], count), dtype=ids.dtype)
        for i, ids in enumerate(ids):
            kept = mask[i].tolist()
            tokens = [token for token, keep in zip(ids.tolist(), kept) if keep == 1]
            start = tokens.index(self.token, 1)
            positions = mx.stack([ids, mx.arange(count) + start])
            padded = [[1] * count for _ in range(2)]
            compact = positions.tolist()
            for column, keep in enumerate(kept):
                if keep == 1:
                    for axis in range(2):
                        padded[axis][column] = compact[axis][column]
            row = mx.expand_dims(mx.array(padded, dtype=rows.dtype), axis=1)
            rows = mx.concatenate([rows[:, :i, :], row, rows[:, i + 1 :, :]], axis=1)
        return rows

    def __call__(self, x):
        ids = mx.argsort(x, axis=-1)
        return x + self.places(ids) - self.places(ids, ids != 3)


# run: {"num_layers": 1}
# fails: {"num_layers": 9}
# input: [1, 4]
