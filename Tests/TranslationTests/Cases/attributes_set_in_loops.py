import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AttributesSetInLoops(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4, bias=i > 0) for i in range(config.num_layers)]
        self.first = None
        self.plain = None
        self.leading = 0
        for i, label in enumerate(config.labels):
            if label == "full" and self.first is None:
                self.first = i
            if label != "full" and self.plain is None:
                self.plain = i
        for label in config.labels:
            if label == "full":
                self.leading += 1
            else:
                break

    def __call__(self, x):
        if self.first is not None:
            x = self.layers[self.first](x)
        if self.plain is not None:
            x = x * 2.0
        return x + self.leading


# run: {"num_layers": 3, "labels": ["full", "full", "a"]}
# run: {"num_layers": 3, "labels": ["a", "full"]}
# run: {"labels": []}
# fails: {}
