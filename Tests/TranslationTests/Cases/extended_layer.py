import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PlusOneNorm(nn.LayerNorm):
    def __call__(self, x):
        weight = self.weight + 1 if "weight" in self else None
        bias = self.bias if "bias" in self else None
        return mx.fast.layer_norm(x, weight, bias, self.eps)


class HalvedLinear(nn.Linear):
    def __call__(self, x):
        y = super().__call__(x) / 2
        if "bias" not in self:
            y = y + 1
        return y


class ExtendedLayer(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.norm = PlusOneNorm(4, eps=config.eps)
        self.plain = PlusOneNorm(4, affine=False)
        self.proj = HalvedLinear(4, 4, bias=config.use_bias)

    def __call__(self, x):
        return self.plain(self.proj(self.norm(x)))


# run: {}
# run: {"use_bias": true}
# input: [2, 3, 4]
