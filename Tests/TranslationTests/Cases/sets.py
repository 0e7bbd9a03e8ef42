import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Sets(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.wide = set([1, 3])
        known = {"silu", "gelu"}
        if config.activation not in known:
            raise ValueError(f"activation is none of {known}")
        rest = known - {"gelu"}
        assert len(rest) == 1
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x):
        for i, layer in enumerate(self.layers):
            x = layer(x) if i in self.wide else x
        return x


# run: {}
