import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ResultPassedOn(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.scaled(self.widened(x), mx.abs(x))

    def scaled(self, rows, scale):
        length = rows.shape[0]
        return rows * scale / length

    def widened(self, x):
        return self.proj(x) + x
