import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ListComprehension(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(config.hidden_size, config.hidden_size) for _ in range(config.num_layers)]
        self.sizes = [2 * n + 1 for n in range(config.num_layers) if n % 2 == 0]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x.reshape(*self.sizes)


# run: {"num_layers": 3, "hidden_size": 5}
# input: [1, 5]
