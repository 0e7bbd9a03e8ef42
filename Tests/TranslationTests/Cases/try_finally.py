import mlx.nn as nn

from .configuration import ModelConfig


class TryFinally(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = 1.0
        try:
            self.scale = 2.0 / int("4")
        finally:
            self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.scale
