import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


from ..base import interpolate, pixel_shuffle


class PixelShuffles(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.ratio = config.factor
        self.sizes = nn.Embedding(4, 8)

    def __call__(self, x):
        wide = mx.reshape(x, (2, 16, -1))
        narrow = pixel_shuffle(wide, self.ratio)
        wide = mx.reshape(wide, (2, 4, 4, -1))
        places = interpolate(wide, (6, 5))
        flat = interpolate(wide, (9, 7), mode="linear")
        near = interpolate(wide, (8, 6), mode="nearest")
        return narrow.sum() + places.sum() + flat.sum() + near.sum() + narrow


# run: {"factor": 0.5}
# run: {"factor": 0.25}
# fails: {"factor": 0.3}
# input: [2, 16, 16]
