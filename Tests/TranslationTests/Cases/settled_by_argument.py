import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class LayerScale(nn.Module):
    def __init__(self, dims: int, value: float = 0.5, inplace: bool = False):
        super().__init__()
        self.inplace = inplace
        self.gamma = value * mx.ones((dims,))

    def __call__(self, x):
        return x.mul_(self.gamma) if self.inplace else x * self.gamma


class SettledByArgument(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = LayerScale(config.hidden_size)
        self._ratio = 1.0 / mx.log(2.0)

    def __call__(self, x):
        return self.scale(x) * self._ratio


# run: {}
