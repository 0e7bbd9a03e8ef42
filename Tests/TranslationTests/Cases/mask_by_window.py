from typing import Any, Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import create_attention_mask, scaled_dot_product_attention
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0])
class MaskByWindow(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.window = config.head_dim

    def __call__(self, x: mx.array, cache: Optional[Any] = None):
        mask = (
            create_attention_mask(x, cache, window_size=self.window)
            if self.window is not None
            else None
        )
        return scaled_dot_product_attention(x, x, x, cache, scale=1.0, mask=mask)


# input: [2, 1, 3, 4]
# run: {}
# run: {"head_dim": 2}
