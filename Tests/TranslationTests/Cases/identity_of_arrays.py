import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ScaledWeight(nn.Module):
    def __init__(self, offset: float):
        super().__init__()
        self.weight = mx.zeros(4)
        self.offset = offset
        self._scale = None
        self._scale_weight = None

    @property
    def scale(self) -> mx.array:
        if self.offset == 0:
            return self.weight
        if self._scale is None or self._scale_weight is not self.weight:
            self._scale = self.weight + self.offset
            self._scale_weight = self.weight
        return self._scale

    def __call__(self, x: mx.array) -> mx.array:
        return mx.fast.rms_norm(x, self.scale, 1e-5)


class IdentityOfArrays(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.plain = ScaledWeight(0)
        self.moved = ScaledWeight(1.5)

    def __call__(self, x):
        y = self.moved(x) + self.plain(x)
        y = self.moved(y)
        z = y if x.shape[0] > 3 else self.proj(y)
        if z is y:
            return z * 2
        return z
