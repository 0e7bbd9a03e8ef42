import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class HeadlessPart(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.proj = nn.Linear(size, size)

    def __call__(self, x):
        x = self.proj(x)
        if hasattr(self, "gain"):
            x = x * self.gain
        return self.head(x)


class AttributeFromOutside(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.part = HeadlessPart(config.hidden_size)
        self.part.head = nn.Linear(config.hidden_size, 4)
        if config.use_bias:
            self.part.gain = 2.0

    def __call__(self, x):
        return self.part(x)


# run: {}
# run: {"use_bias": true}
