import mlx.nn as nn
from .configuration import ModelConfig


class MixedListElements(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.limit = config.num_layers

    def __call__(self, x):
        offsets = []
        for i, row in enumerate(x):
            if i >= self.limit:
                offsets.append(0)
                continue
            offsets.append(row.max() + i)
        return x + offsets[0]
