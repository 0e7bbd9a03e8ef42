from dataclasses import dataclass
from typing import List, Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class LayerTypesConfig:
    model_type: str
    num_layers: int
    pattern: int = 4
    heads: int = 8
    layer_types: Optional[List[str]] = None
    kv_heads: Optional[int] = None

    def __post_init__(self):
        if self.kv_heads is None:
            self.kv_heads = self.heads
        if self.layer_types is None:
            self.layer_types = [
                "sliding" if (i + 1) % self.pattern else "full" for i in range(self.num_layers)
            ]
        if self.kv_heads > self.heads:
            raise ValueError("more key heads than heads")


class PostInit(nn.Module):
    def __init__(self, config: LayerTypesConfig):
        super().__init__()
        self.full = [kind == "full" for kind in config.layer_types]
        self.proj = nn.Linear(config.heads, config.kv_heads)

    def __call__(self, x):
        for is_full in self.full:
            if is_full:
                x = self.proj(x)
        return x


# run: {"num_layers": 5, "heads": 4, "kv_heads": 4}
# run: {"num_layers": 2, "heads": 4, "layer_types": ["full", "full"]}
# fails: {"num_layers": 2, "heads": 4, "kv_heads": 5}
