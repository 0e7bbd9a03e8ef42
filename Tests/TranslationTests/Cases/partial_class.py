from functools import partial

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PartialBranch(nn.Module):
    def __init__(self, dims: int, norm_class=None, has_norm: bool = True):
        super().__init__()
        self.norm = norm_class(dims) if has_norm else nn.Identity()

    def __call__(self, x):
        return self.norm(x)


class PartialClass(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        norm_class = partial(nn.LayerNorm, eps=0.25)
        self.branch = PartialBranch(config.hidden_size, norm_class=norm_class)
        self.norm = norm_class(config.hidden_size, affine=False)

    def __call__(self, x):
        return self.norm(self.branch(x))
