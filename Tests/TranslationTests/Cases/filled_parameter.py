import mlx.core as mx
import mlx.nn as nn
from typing import Optional
from .configuration import ModelConfig


class FilledParameter(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.rope_scaling = config.rope_scaling

    def filled(
        self, state: Optional[mx.array] = None, source: Optional[mx.array] = None
    ) -> mx.array:
        if state is None:
            if source is None:
                raise ValueError("neither is given")
            halves = source * 0.5
            state = self.proj(halves)
        return state * state

    def scaled(self, x):
        if self.rope_scaling is None:
            return x
        factor = self.rope_scaling.get("factor")
        extra = self.rope_scaling.get("extra")
        if factor is None or extra is None:
            return x * 3.0
        return x * float(factor) + float(extra)

    def sharpened(self, x, top=None):
        if top is not None:
            top = mx.stop_gradient(top)
            x = x + top * top
        return x

    def __call__(self, x):
        x = self.filled(source=x) + self.filled(state=x)
        return self.sharpened(self.sharpened(self.scaled(x)), top=x)


# run: {}
# run: {"rope_scaling": {"factor": 2.5}}
# run: {"rope_scaling": {"factor": 2.5, "extra": 0.5}}
