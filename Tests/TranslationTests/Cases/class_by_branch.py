import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ChosenDouble(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        return self.proj(x) * 2


class ChosenPlain(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.gate = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        return self.gate(x)


class ClassByBranch(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        if config.use_bias:
            layer_class = ChosenDouble
        else:
            layer_class = ChosenPlain
        self.layer = layer_class(config)

    def __call__(self, x):
        return self.layer(x)
