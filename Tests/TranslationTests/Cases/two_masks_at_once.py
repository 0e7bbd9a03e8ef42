import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..base import create_attention_mask, scaled_dot_product_attention


# call: block(mx.tanh(input_ids), mask, cache)
class TwoMasksAtOnce(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4)]

    def __call__(self, x, mask=None, cache=None):
        if cache is None:
            cache = [None] * len(self.layers)
        whole = near = mask
        if mask is None:
            whole = create_attention_mask(x, cache[0])
            near = create_attention_mask(x, cache[0], window_size=2)
        y = scaled_dot_product_attention(x, x, x, cache[0], scale=1.0, mask=whole)
        return y + scaled_dot_product_attention(x, x, x, cache[0], scale=1.0, mask=near)


# input: [2, 1, 3, 4]
