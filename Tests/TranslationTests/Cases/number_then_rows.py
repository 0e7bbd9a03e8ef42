from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from ..rope_utils import initialize_rope


@dataclass
class NumberThenRowsConfig:
    model_type: str = "case"
    hidden_size: int = 8
    counts: bool = False


class Rotating(nn.Module):
    def __init__(self, dims: int):
        super().__init__()
        self.scale = dims

    def __call__(self, x: mx.array, rope, start) -> mx.array:
        return rope(x, offset=start) * self.scale


class NumberThenRows(nn.Module):
    def __init__(self, config: NumberThenRowsConfig):
        super().__init__()
        self.rope = initialize_rope(config.hidden_size, 10000.0, False)
        self.rotating = Rotating(config.hidden_size)
        self.counts = config.counts

    def rotated(self, x: mx.array, position_ids: Optional[mx.array]) -> mx.array:
        length = x.shape[2]
        start = length
        if position_ids is not None:
            if position_ids.ndim == 2:
                start = position_ids[:, 0]
            else:
                start = position_ids[0] if position_ids.ndim > 0 else position_ids
        x = self.rope(x, offset=start)
        return self.rotating(x, self.rope, start)

    def __call__(self, x: mx.array) -> mx.array:
        positions = None
        if self.counts:
            positions = mx.broadcast_to(mx.arange(x.shape[2])[None] + 3, (x.shape[0], x.shape[2]))
        return self.rotated(x, positions)


# run: {}
# run: {"counts": true}
# input: [2, 3, 4, 8]
