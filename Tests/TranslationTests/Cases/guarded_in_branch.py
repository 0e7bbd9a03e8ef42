import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class CountedRows(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = config.eps

    def __call__(self, x, counts):
        if x.shape[0] == 0:
            return x
        else:
            if isinstance(counts, list):
                counts = mx.array(counts, dtype=mx.int32)
            rows = mx.concatenate(
                [mx.repeat(x[i], int(counts[i])) for i in range(len(counts))]
            )
        return rows + self.scale


class GuardedInBranch(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.rows = CountedRows(config)

    def __call__(self, x):
        counts = [i + 1 for i in range(x.shape[0])]
        return self.rows(x, counts)


# run: {}
# input: [2, 4]
