import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

EPS = 1e-6
NAME = "silu"
SIZES = [1, 2]


class FloorUpdate(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        n = self.config.hidden_size
        n //= 2
        return x * n


# run: {"hidden_size": 7}
# run: {"hidden_size": -7}
