import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ForElse(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        for i in range(3):
            if i == 5:
                break
        else:
            x = x + 1
        return self.proj(x)
