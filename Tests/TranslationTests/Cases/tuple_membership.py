import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

EPS = 1e-6
NAME = "silu"
SIZES = [1, 2]


class TupleMembership(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        if self.config.activation in ("silu", "swish"):
            x = x + 1
        for n in (1, 2):
            x = x * n
        return x


# run: {}
# run: {"activation": "swish"}
# run: {"activation": "x"}
