import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0])
from ..base import create_attention_mask


class MaskTypes(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def masked(self, x, mask=None):
        if mask is not None and isinstance(mask, mx.array):
            if mask.shape[-1] != 4:
                mask = mask[..., -4:]
        if mask is None:
            return x
        return x * 2

    def __call__(self, x, cache=None):
        return self.masked(x, create_attention_mask(x, cache))
