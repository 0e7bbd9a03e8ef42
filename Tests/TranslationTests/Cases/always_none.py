from typing import Optional

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

_KERNEL = mx.fast.metal_kernel(name="k", input_names=[], output_names=[], source="") if mx.metal.is_available() else None


def _rows(weight, x) -> Optional[mx.array]:
    if _KERNEL is None or x.ndim != 3:
        return None
    return _KERNEL(inputs=[x, weight])[0]


def _fast_linear(linear: nn.Linear, x) -> Optional[mx.array]:
    if not isinstance(linear, nn.Linear):
        return None
    out = _rows(linear.weight, x)
    if out is None:
        return None
    return out + 1


class AlwaysNone(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        y = _fast_linear(self.proj, x)
        if y is None:
            y = self.proj(x)
        return y
