import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StarredList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        shape = [*x.shape[:-1], 2, 2]
        return x.reshape(shape).reshape(x.shape[:-1] + (4,))
