import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class BoundOnTheWay(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.window = config.window
        self.proj = nn.Linear(4, 4)

    def given(self, x, bias=None):
        if bias is not None and bias.shape[-1] != 1:
            bias = bias[..., :1]
        return x if bias is None else x + bias

    def named(self, x, state=None, is_last: bool = False):
        is_first = state is None
        if is_first:
            h = self.proj(x)
        else:
            h = state
        if is_first or is_last:
            h = h * 0.5
        return h

    def chosen(self, x, parts, index=None, is_last: bool = False):
        part = parts[index] if index is not None else parts[0]
        shift = index * 2 if index is not None and not is_last else 1
        last = parts[index] if index is not None else parts[-1]
        return x * part + shift * last

    def __call__(self, x):
        x = self.given(self.given(self.given(x), bias=x), bias=x[..., :1])
        x = self.named(self.named(x), state=x)
        x = self.named(x, state=x, is_last=True)
        parts = [x * 0.25, x * 4]
        x = self.chosen(x, parts, index=self.window)
        return self.chosen(x, parts, index=1, is_last=True)


# run: {}
# run: {"window": 1}
