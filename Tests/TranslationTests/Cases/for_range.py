import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ForRange(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x):
        for i in range(len(self.layers)):
            if i == 1:
                continue
            x = self.layers[i](x)
        for i, layer in enumerate(self.layers):
            x = layer(x) * i
        for i in range(1, 3):
            x = x + i
        return x


# run: {"num_layers": 0}
# run: {"num_layers": 3}
# run: {"num_layers": -1}
