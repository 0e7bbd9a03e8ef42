from typing import Optional

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class HiddenAttribute(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self._deltas = None

    def moved(self, x, deltas: Optional[mx.array] = None):
        if deltas is not None:
            self._deltas = deltas
        if self._deltas is None:
            return x
        return x + self._deltas

    def __call__(self, x):
        return self.moved(x) + self.moved(x, x * 2) + self.moved(x)


# run: {}
