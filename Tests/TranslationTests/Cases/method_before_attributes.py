import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class MethodBeforeAttributes(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]
        self._find()
        self.proj = nn.Linear(4, 4)

    def _find(self):
        self._first = next((i for i, layer in enumerate(self.layers)), None)

    def __call__(self, x):
        if self._first is not None:
            x = self.layers[self._first](x)
        return self.proj(x)
