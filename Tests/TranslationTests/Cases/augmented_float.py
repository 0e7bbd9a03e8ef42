import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AugmentedFloat(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        scale = 1
        scale *= config.eps
        factor = 2.0
        factor += config.num_layers
        half = config.hidden_size
        half /= config.num_layers
        self.scale = scale
        self.factor = factor
        self.half = half

    def __call__(self, x):
        return x * self.scale * self.factor * self.half


# run: {}
# run: {"num_layers": 3, "eps": 0.3}
