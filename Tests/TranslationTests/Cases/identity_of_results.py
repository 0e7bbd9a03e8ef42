import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class IdentityOfResults(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if x.T is x:
            return x
        return self.proj(x)
