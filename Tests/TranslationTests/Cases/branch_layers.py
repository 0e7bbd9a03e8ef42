import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class BranchScaled(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.width = config.hidden_size
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x: mx.array, shift: mx.array) -> mx.array:
        return self.proj(x) * 2 + shift


class BranchRolled(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.width = config.hidden_size + 1
        self.steps = config.hidden_size // 2

    def __call__(self, x: mx.array, shift: mx.array, steps: int = 1) -> mx.array:
        return mx.roll(x, steps, axis=-1) - shift


class BranchPlain(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x: mx.array, *args, **kwargs) -> mx.array:
        return self.proj(x)


class BranchLayers(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.use_bias = config.use_bias
        if config.use_bias:
            self.first = BranchScaled(config)
        else:
            self.first = BranchRolled(config)
        if config.use_bias:
            self.second = BranchRolled(config)
        elif config.hidden_size > 3:
            self.second = BranchPlain(config)
        else:
            self.second = None
        self.layers = [
            BranchScaled(config) if i > 1 else BranchPlain(config) for i in range(3)
        ]

    def __call__(self, x):
        x = self.first(x, mx.mean(x)) * self.first.width
        if not self.use_bias:
            x = self.first(x, x, steps=self.first.steps)
        if self.second is not None:
            x = self.second(x, shift=x)
        for layer in self.layers:
            if isinstance(layer, BranchPlain):
                x = layer(x, x) + 1
            else:
                x = layer(x, x)
        return x


# run: {}
# run: {"use_bias": true}
