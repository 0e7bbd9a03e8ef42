import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class MethodCall(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def project(self, x, scale: float = 1.0, shift: float = 0.0):
        return self.proj(x) * scale + shift

    def __call__(self, x):
        return self.project(x, shift=0.5) + self.project(x, 2.0) + self.project(x)
