from functools import partial

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

from ..switch_layers import SwitchGLU, SwitchMLP


@partial(mx.compile, shapeless=True)
def gated(x, gate):
    return mx.clip(gate * mx.sigmoid(gate), a_min=-1, a_max=1) * x


def softened(x, slope=0.5):
    return mx.maximum(x, x * slope)


def frequencies(config, count):
    return mx.arange(count) / config.hidden_size, config.eps


class FunctionValues(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.experts = SwitchGLU(4, 8, 3, activation=gated)
        self.others = SwitchMLP(4, 8, 3, activation=nn.silu)
        self.frequencies = frequencies
        self._scales, self.eps = self.frequencies(config, 4)
        self.soften = softened if config.use_bias else nn.silu
        self.act = lambda x: x * mx.sigmoid(x)

    def __call__(self, x):
        indices = mx.zeros((*x.shape[:-1], 2), dtype=mx.uint32)
        y = self.experts(x, indices).sum(axis=-2) + self.others(x, indices).sum(axis=-2)
        return self.soften(self.act(y)) * self._scales + self.eps


# run: {}
# run: {"use_bias": true}
# input: [2, 3, 4]
