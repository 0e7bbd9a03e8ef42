import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


@mx.compile
def restored(x, inverse):
    return x[:, inverse]


class SetUnderTest(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)
        self.window = config.window

    def __call__(self, x):
        sorts = x.shape[1] > 3
        inverse = None
        if sorts:
            order = mx.argsort(x[0, :, 0])
            inverse = mx.argsort(order)
            x = x[:, order]
        shift = None
        if self.window is not None and sorts:
            shift = x.sum()
        x = self.proj(x)
        if sorts:
            x = restored(x, inverse)
        if shift is not None:
            x = x + shift
        return x


# run: {}
# run: {"window": 2}
# input: [2, 5, 4]
