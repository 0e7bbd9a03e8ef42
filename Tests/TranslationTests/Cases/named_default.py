import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

BLOCK = 2


def in_blocks(x, block=BLOCK):
    rows, columns = x.shape
    x = x.reshape(rows // block, block, columns)
    return (x * block).sum(axis=1)


class NamedDefault(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(in_blocks(x)) + in_blocks(x, 4)


# input: [4, 4]
