import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ListedScaled(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.is_scaled = True
        if config.num_layers > 1:
            self.shift = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x: mx.array, shift: mx.array) -> mx.array:
        if hasattr(self, "shift"):
            x = x + self.shift(x)
        return x * 2 + shift


class ListedPlain(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x: mx.array, shift: mx.array) -> mx.array:
        return self.proj(x) - shift


class ScaledStack(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [ListedScaled(config) for _ in range(config.num_layers)]

    def __call__(self, x: mx.array, shift: mx.array) -> mx.array:
        for layer in self.layers:
            x = layer(x, shift)
        return x


class PlainStack(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [ListedPlain(config) for _ in range(3)]

    def __call__(self, x: mx.array, shift: mx.array) -> mx.array:
        for layer in self.layers:
            x = layer(x, shift)
        return x


class LayerListsByClass(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        if config.use_bias:
            self.model = ScaledStack(config)
        else:
            self.model = PlainStack(config)

    def __call__(self, x):
        x = self.model(x, mx.mean(x))
        for layer in self.layers:
            if getattr(layer, "is_scaled", False):
                x = x - 1
        return x + len(self.layers)

    @property
    def layers(self):
        return self.model.layers


# run: {}
# run: {"use_bias": true}
# run: {"use_bias": true, "num_layers": 1}
