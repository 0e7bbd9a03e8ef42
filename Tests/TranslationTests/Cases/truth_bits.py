from collections.abc import Sequence
from typing import Optional

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ShiftOrScale(nn.Module):
    def __init__(self, sizes, scale):
        super().__init__()
        self.total = sum(sizes) if isinstance(sizes, Sequence) else sizes
        self.scale = sum(scale) if isinstance(scale, Sequence) else scale

    def __call__(self, shift: Optional[mx.array] = None, scale: Optional[mx.array] = None):
        if (shift is None) ^ (scale is not None):
            raise ValueError("one of the two")
        if scale is not None:
            return scale * self.scale
        return shift + self.total


class TruthBits(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.part = ShiftOrScale([config.num_layers, 3], 2.5)
        self.is_both = config.use_bias & config.tied
        self.is_any = config.use_bias | (config.num_layers > 3)
        self.bits = config.num_layers ^ 5

    def __call__(self, x):
        x = self.part(x)
        if self.is_both:
            x = x + self.bits
        if self.is_any:
            x = self.part(scale=x)
        return x


# run: {}
# run: {"use_bias": true}
# run: {"num_layers": 4, "tied": false}
