import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Chain(nn.Module):
    def __init__(self):
        super().__init__()
        self._order = []

    def add(self, name, module):
        setattr(self, name, module)
        self._order.append(name)

    def __call__(self, x):
        for name in self._order:
            x = getattr(self, name)(x)
        return x


class NamedAttributes(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.first = Chain()
        if config.use_bias:
            self.first.add("pre_norm", nn.RMSNorm(4))
        self.first.add("proj", nn.Linear(4, 4))
        self.second = Chain()
        self.second.add("proj", nn.Linear(4, 4, bias=False))

    def __call__(self, x):
        return self.second(self.first(x))


# run: {}
# run: {"use_bias": true}
# input: [2, 3, 4]
