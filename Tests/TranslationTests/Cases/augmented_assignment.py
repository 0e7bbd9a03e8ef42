import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AugmentedAssignment(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        n = config.hidden_size
        n += 2
        n *= config.num_layers
        self.proj = nn.Linear(n, n)

    def __call__(self, x):
        y = self.proj(x)
        y += x
        y *= 2
        return y


# run: {"hidden_size": 2, "num_layers": 1}
