import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def padded(x, size, mode="edge", value=0):
    rest = [(0, 0)] * (len(x.shape) - 1) + [(0, size - x.shape[-1])]
    return mx.pad(x, pad_width=rest, mode=mode, constant_values=value)


class ChoiceByParameter(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(6, 4)

    def __call__(self, x):
        return self.proj(padded(x, 6))


# input: [2, 4]
