import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class HoistedDeclaration(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.window = config.window
        self.scale = config.scale

    def __call__(self, x):
        if self.window is not None:
            y = x * self.window
            z = y + 1
        else:
            y = x
            z = x * self.scale
        return y + z


# run: {}
# run: {"window": 3}
# run: {"window": 0}
