import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Projected(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        return self.proj(x)


class Inherited(Projected):
    def __init__(self, config: ModelConfig):
        super().__init__(config)
        self.scale = config.scale

    def __call__(self, x):
        return self.proj(x) * self.scale


class Wrapper(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.inner = Inherited(config)

    def __call__(self, x):
        return self.inner(x)
