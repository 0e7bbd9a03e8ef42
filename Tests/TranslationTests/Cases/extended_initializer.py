import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ActivatedNorm(nn.RMSNorm):
    def __init__(self, num_channels, eps=1e-6, activate: bool = True):
        super().__init__(dims=num_channels, eps=eps)
        self.shape = [num_channels]
        self.act = nn.GELU() if activate else nn.Identity()

    def __call__(self, x):
        assert len(self.shape) == 1
        return self.act(x * mx.rsqrt((x * x).mean(axis=-1, keepdims=True) + self.eps) * self.weight)


class SameConv(nn.Conv1d):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.kernel_size = self.weight.shape[1]

    def __call__(self, x):
        x = mx.pad(x, [(0, 0), (self.kernel_size - 1, 0), (0, 0)])
        y = mx.conv1d(x, self.weight)
        if "bias" in self:
            y = y + self.bias
        return y


class ExtendedInitializer(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.conv = SameConv(4, 4, kernel_size=3, bias=config.use_bias)
        self.norm = ActivatedNorm(4, eps=config.eps)
        self.plain = ActivatedNorm(4, activate=False)

    def __call__(self, x):
        return self.plain(self.norm(self.conv(x)))


# run: {}
# run: {"use_bias": true}
# input: [2, 3, 4]
