import math

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ConditionalArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.share = config.eps
        if self.share > 0:
            self._multiplier = math.sqrt(2.0) * mx.erfinv(2 * self.share - 1)

    def __call__(self, x):
        if self.share > 0:
            return x * self._multiplier
        return x
