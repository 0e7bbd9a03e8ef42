import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class MixedList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.limit = config.num_layers

    def __call__(self, x):
        offsets = []
        if self.limit > 0:
            for i, row in enumerate(x):
                if i >= self.limit:
                    offsets.append(0)
                    continue
                offsets.append(row.max() + i)
            offsets = mx.array(offsets).reshape(-1, 1)
            return x + offsets
        else:
            if self.limit == 0:
                offsets = x.max(axis=-1, keepdims=True)
            else:
                offsets = mx.zeros([x.shape[0], 1], dtype=x.dtype)
            return x - offsets


# run: {"num_layers": 1}
# run: {"num_layers": 3}
# run: {"num_layers": 0}
# run: {"num_layers": -1}
# input: [3, 4]
