import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class InnerListSlice(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.inner = config.labels[1:-1]

    def __call__(self, x):
        return x * len(self.inner)


# run: {"labels": ["a", "b", "c", "d"]}
# run: {"labels": ["a"]}
# run: {"labels": []}
