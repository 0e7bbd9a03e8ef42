import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SlicesWithSteps(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.sizes = [i * i for i in range(config.hidden_size)]
        count = config.num_layers
        self.every = self.sizes[::2][:count]
        self.some = self.sizes[1:5:3]
        self.last = self.sizes[-count:]

    def __call__(self, x):
        y = mx.ones(x.shape[-x.ndim :])
        for size in self.every + self.some + self.last:
            y = y + size
        return x * y


# run: {"hidden_size": 9, "num_layers": 3}
# run: {"hidden_size": 4, "num_layers": 0}
# run: {"hidden_size": 1, "num_layers": 5}
