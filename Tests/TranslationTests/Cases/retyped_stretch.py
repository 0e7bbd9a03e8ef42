import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RetypedStretch(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.is_split = config.use_bias
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def projected(self, x):
        return [layer(x) for layer in self.layers]

    def __call__(self, x):
        if self.is_split:
            y = self.layers[0](x)
            y = mx.split(y, 2, axis=0)
            y = mx.concatenate(y, axis=-1).astype(y[0].dtype)
        else:
            y = self.projected(x)
            y = mx.concatenate(y, axis=0)
        return y * 2


# run: {}
# run: {"use_bias": true}
# input: [2, 4]
