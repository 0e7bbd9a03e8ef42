import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), scale=self.block.scale)


class DefaultParameter(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.scale = config.scale

    def __call__(self, x, scale: float = None):
        if scale is None:
            scale = self.scale
        return x * scale
