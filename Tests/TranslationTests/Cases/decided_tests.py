import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Placement:
    def __init__(self):
        super().__init__()
        self.rank = 0
        self.size = 1
        self.start = 0
        self.end = None

    @property
    def part(self):
        return self.layers[self.start : self.end]


class DecidedTests(Placement, nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x):
        rank = self.rank
        if rank < self.size - 1:
            x = mx.distributed.recv_like(x, rank + 1)
        for layer in self.part:
            x = layer(x)
        if self.end is not None:
            x = x * 2
        return x
