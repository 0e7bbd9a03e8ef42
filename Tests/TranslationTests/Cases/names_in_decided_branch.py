import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class NamesInDecidedBranch(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.groups = 2
        self.top = config.offset

    def __call__(self, x):
        if self.groups > 1:
            k = self.groups + 1
            x = x * k
        k = self.top + 2
        return x[..., :k]
