import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AnyAll(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.all_full = all(label == "full" for label in config.labels)
        self.any_full = any(label.startswith("full") for label in config.labels)

    def __call__(self, x):
        if self.all_full and not self.any_full:
            return x
        return x + 1


# run: {"labels": ["full", "full"]}
# run: {"labels": ["sliding"]}
# run: {"labels": []}
# fails: {}
