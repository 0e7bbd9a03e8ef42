import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class VariableListSlice(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.last = config.labels[-config.num_layers :]

    def __call__(self, x):
        return x * len(self.last)


# run: {"labels": ["a", "b", "c"]}
# run: {"labels": ["a"]}
# run: {"labels": ["a", "b"], "num_layers": 0}
# run: {"labels": ["a", "b", "c"], "num_layers": -1}
