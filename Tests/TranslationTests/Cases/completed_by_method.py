import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class CompletedByMethod(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]
        self.labels = config.labels or ["a", "b"]
        self._find()

    def _find(self):
        labels = self.labels
        self._first = next((i for i, label in enumerate(labels) if label == "full"), None)
        self._last = next((i for i, label in enumerate(labels) if i > 0 and label == "a"), None)

    def __call__(self, x):
        if self._first is not None:
            x = self.layers[self._first](x)
        if self._last is not None:
            x = self.layers[self._last](x)
        return x


# run: {}
# run: {"num_layers": 3, "labels": ["a", "full", "a"]}
