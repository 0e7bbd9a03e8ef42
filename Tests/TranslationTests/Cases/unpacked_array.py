import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class UnpackedArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def tiles(self, x: mx.array, crops: mx.array) -> mx.array:
        start = 0
        parts = []
        for row in range(crops.shape[0]):
            width, height = crops[row, 0]
            if width == 0 or height == 0:
                break
            count = (width * height).tolist()
            parts.append(x[start : start + count].sum(axis=0) * width)
            start += count
        return mx.stack(parts)

    def __call__(self, x):
        first, second = self.proj(x)
        crops = mx.array([[1, 2], [1, 1], [0, 3]]).reshape(3, 1, 2)
        return self.tiles(x, crops) + first * second


# run: {}
# input: [2, 4]
