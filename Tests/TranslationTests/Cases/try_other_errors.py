import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class TryOtherErrors(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        try:
            self.scale = int("4")
        except KeyError:
            self.scale = 2
        try:
            self.weight = mx.zeros((2, 3)).reshape(4)
        except ValueError:
            self.weight = mx.zeros((4,))
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.scale + self.weight
