import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class MinMaxAbs(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        n = max(self.config.hidden_size, 3)
        m = min(self.config.eps, n, 2)
        return x * abs(m) * int(n) * float(n)


# run: {}
# run: {"eps": -3, "hidden_size": 9}
