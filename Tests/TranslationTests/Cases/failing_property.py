import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class FailingStack(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    @property
    def layers(self):
        return self.model.layers


class FailingProperty(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.stack = FailingStack(config)

    def __call__(self, x):
        return self.stack(x) * len(self.stack.layers)


# input: [2, 4]
