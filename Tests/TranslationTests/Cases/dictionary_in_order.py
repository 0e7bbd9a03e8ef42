import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class DictionaryInOrder(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = 1.0
        for factor, shift in {3: 0.5, 1: 2.0, 7: -1.5, 2: 0.25}.items():
            self.scale = self.scale * factor + shift
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.scale
