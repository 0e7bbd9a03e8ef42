import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ListSlices(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.head = config.labels[:2]
        self.tail = config.labels[1:]
        self.body = config.labels[:-1]
        self.end = config.labels[-1]
        self.middle = config.labels[1:3]

    def __call__(self, x):
        sizes = x.shape[:-1]
        n = len(self.head) + len(self.tail) + len(self.body) + len(self.middle)
        if self.end == "full":
            return x.reshape(*sizes, n)
        return self.proj(x)


# run: {"labels": ["a", "b", "full"]}
# input: [2, 8]
