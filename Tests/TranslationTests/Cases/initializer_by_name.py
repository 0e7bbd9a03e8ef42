import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig, Projection


class NamedScaled(Projection):
    def __init__(self, config: ModelConfig):
        Projection.__init__(self, config)
        self.scale = config.scale

    def __call__(self, x):
        return self.proj(x) * self.scale


class NamedBare(NamedScaled):
    def __init__(self, config: ModelConfig):
        super(Projection, self).__init__()
        self.gate = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        return self.gate(x)


class InitializerByName(nn.Module):
    def __init__(self, config: ModelConfig):
        nn.Module.__init__(self)
        self.first = NamedScaled(config)
        self.second = NamedBare(config)

    def __call__(self, x):
        return self.second(self.first(x))
