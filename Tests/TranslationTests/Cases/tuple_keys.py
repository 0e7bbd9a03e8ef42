import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class TupleKeys(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        table = {}
        for i in range(2):
            for j in range(3):
                table[(i, j)] = [i * 3 + j, i - j]
        self.table = table
        self.weights = {(n, n + 1): n * 2 for n in range(2)}

    def __call__(self, x):
        taken = self.table[(1, 2)]
        for i in range(2):
            x = x + self.table[(i, 0)][0] * self.weights[(i, i + 1)]
        return x * taken[0] + taken[1]


# run: {}
