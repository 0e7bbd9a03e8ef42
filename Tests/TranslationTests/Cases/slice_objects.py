import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SliceObjects(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def windows(self, x, axis, size, step):
        shape = x.shape
        count = (shape[axis] - size) // step + 1
        parts = []
        for i in range(count):
            slices = [slice(None)] * len(shape)
            slices[axis] = slice(i * step, i * step + size)
            parts.append(x[tuple(slices)])
        return mx.stack(parts, axis=axis + 1)

    def __call__(self, x):
        y = self.windows(self.proj(x), 1, 2, 1)
        index = [slice(1, None), slice(None, -1)] + [slice(None, None, 2)] * 2
        return y[:, 0].sum() + self.windows(x, 1, 3, 2)[tuple(index)]


# run: {}
# input: [3, 7, 4]
