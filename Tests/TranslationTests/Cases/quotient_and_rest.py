from dataclasses import dataclass
from typing import List, Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class QuotientAndRestConfig(BaseModelConfig):
    model_type: str = "quotient_and_rest"
    block_size: int = 3
    nested: Optional[dict] = None
    frequencies: Optional[List[int]] = None
    kind: Optional[str] = None
    is_sparse: Optional[bool] = None

    def __post_init__(self):
        nested = self.nested or {}
        self.block_size = nested.get("size", self.block_size)
        self.frequencies = nested.get("frequencies", self.frequencies)
        self.kind = nested.get("kind", self.kind)
        self.is_sparse = nested.get("is_sparse", self.is_sparse)


class QuotientAndRest(nn.Module):
    def __init__(self, config: QuotientAndRestConfig):
        super().__init__()
        self.block_size = config.block_size
        self.scale = sum(config.frequencies) if config.frequencies else 1
        self.is_named = config.kind == "named" and bool(config.is_sparse)

    def __call__(self, x: mx.array) -> mx.array:
        length = x.shape[-1]
        blocks, rest = divmod(length, self.block_size)
        count = blocks + bool(rest)
        x = x * self.scale + count
        if rest:
            x = x - rest
        return x * 2 if self.is_named else x


# run: {}
# run: {"block_size": 4}
# run: {"frequencies": [1, 2]}
# run: {"nested": {"size": 2, "frequencies": [3, 4], "kind": "named", "is_sparse": true}}
