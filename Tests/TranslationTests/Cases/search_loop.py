import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SearchLoop(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]
        self.labels = config.labels
        self.first = None
        for i, label in enumerate(self.labels):
            if label == "full":
                self.first = i
                break

    def __call__(self, x):
        if self.first is not None:
            x = self.layers[self.first](x)
        return x


# run: {"num_layers": 3, "labels": ["a", "full", "full"]}
# run: {"labels": ["a"]}
# fails: {}
