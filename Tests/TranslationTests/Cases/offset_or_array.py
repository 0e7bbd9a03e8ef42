from typing import Any, Optional

import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), cache[0])
class OffsetOrArray(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.rope = nn.RoPE(4)

    def __call__(self, x: mx.array, cache: Optional[Any] = None):
        offset = mx.array(cache.offset) if cache is not None else 0
        return self.rope(self.proj(x), offset=offset)


# input: [4, 3, 4]
