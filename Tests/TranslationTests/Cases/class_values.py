import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class CenteredNorm(nn.Module):
    def __init__(self, dims, eps=1e-5):
        super().__init__()
        self.weight = mx.ones((dims,))
        self.eps = eps

    def __call__(self, x):
        x = x - x.mean(axis=-1, keepdims=True)
        return self.weight * x * mx.rsqrt((x * x).mean(axis=-1, keepdims=True) + self.eps)


class ClassBranch(nn.Module):
    def __init__(self, norm_class, dims: int, other_class=None, activation=nn.SiLU):
        super().__init__()
        self.norm = norm_class(dims, eps=1e-3)
        self.other = other_class(dims) if other_class else nn.Identity()
        self.activation = activation()

    def __call__(self, x):
        return self.activation(self.other(self.norm(x)))


class ClassValues(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        layer_class = nn.Linear
        self.proj = layer_class(config.hidden_size, config.hidden_size, bias=config.use_bias)
        self.plain = ClassBranch(nn.RMSNorm, config.hidden_size)
        self.centered = ClassBranch(CenteredNorm, config.hidden_size)

    def __call__(self, x):
        return self.centered(self.plain(self.proj(x)))


# run: {}
# run: {"use_bias": true}
# input: [2, 3, 4]
