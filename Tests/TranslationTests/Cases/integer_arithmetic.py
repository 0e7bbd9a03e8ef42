import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class IntegerArithmetic(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        n = config.hidden_size
        self.a = n // config.num_layers
        self.b = n % config.num_layers
        self.c = n // 2 * 3 - 1
        self.d = -(n + 1) // 2
        self.e = (n - 1) * (n - (2 - n))

    def __call__(self, x):
        return x + self.a + self.b + self.c + self.d + self.e


# run: {"hidden_size": 7, "num_layers": 3}
# run: {"hidden_size": -7, "num_layers": 3}
# run: {"hidden_size": 7, "num_layers": -3}
# fails: {"num_layers": 0}
