import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ApartScaled(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.width = config.hidden_size

    def __call__(self, x, shift):
        return x * 2 + shift


class ApartNamed(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.width = "wide"

    def __call__(self, x, shift):
        return x - shift


class BranchLayersApart(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layer = ApartScaled(config) if config.use_bias else ApartNamed(config)

    def __call__(self, x):
        if self.layer.width == 4:
            return self.layer(x)
        return self.layer(x, x)


# run: {}
# run: {"use_bias": true}
