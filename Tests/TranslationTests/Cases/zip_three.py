import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ZipThree(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]
        self.kinds = ["full"] * config.num_layers

    def __call__(self, x):
        for layer, size, kind in zip(self.layers, [1, 2], self.kinds):
            x = layer(x) * size if kind == "full" else x
        return x


# run: {"num_layers": 0}
# run: {"num_layers": 3}
