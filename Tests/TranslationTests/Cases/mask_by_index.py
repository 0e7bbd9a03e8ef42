import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0])
from ..base import create_attention_mask


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = 0.5

    def leading(self, x, mask=None):
        if mask is None:
            return x
        return mx.where(mask[..., :1], x, 0)

    def __call__(self, x, mask=None):
        if mask is not None:
            x = mx.where(mask[..., None], x, 0)[0]
        return self.leading(x * self.scale, mask)


class MaskByIndex(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.kept = Kept()
        self.window = config.window

    def __call__(self, x, cache=None):
        mask = create_attention_mask(x, cache, return_array=self.window is None)
        if self.window is not None:
            mask = None
        return self.kept(x, mask)


# input: [4, 4]
# run: {}
# run: {"window": 2}
