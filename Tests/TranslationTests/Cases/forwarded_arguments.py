import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ForwardedScale(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.proj = nn.Linear(size, size)

    def __call__(self, x: mx.array, scale: float = 1.0, shift=None):
        x = self.proj(x) * scale
        return x if shift is None else x + shift


class Forwarding(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.tower = ForwardedScale(size)

    def __call__(self, *args, **kwargs):
        return self.tower(*args, **kwargs)


class ForwardedArguments(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.tower = Forwarding(config.hidden_size)

    def __call__(self, x):
        return self.tower(x, shift=x) + self.tower(x, 2.0)
