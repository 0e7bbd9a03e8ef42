import mlx.nn as nn
from .configuration import ModelConfig


def is_square(array):
    shape = array.shape
    if len(shape) not in [2, 3]:
        return False
    _, rows, columns = shape
    return rows == columns


class UnpackedShape(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {k: v.transpose(0, 2, 1) if is_square(v) else v for k, v in weights.items()}


# run: {}
# weights: {"square": [2, 3, 3], "long": [2, 3, 4], "bias": [4]}
