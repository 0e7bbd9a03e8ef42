import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class NamesUsedTwice(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.groups = config.hidden_size
        self.top = 3

    def __call__(self, x):
        if self.groups > 1:
            k = self.groups + 1
            x = x * k
        k = self.top
        for i in range(3):
            part = x[..., i:]
            x = x + part.sum()
        for cache in ["a", "bb"]:
            part = len(cache)
            x = x * part
        return x[..., :k]
