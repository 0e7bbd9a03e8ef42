from dataclasses import dataclass
from typing import Any, Dict, List

import mlx.core as mx
import mlx.nn as nn


@dataclass
class SizesConfig:
    model_type: str
    hidden_size: int
    factor: 2
    sizes: Dict[str, Any]
    heads: List


class JsonNumbers(nn.Module):
    def __init__(self, config: SizesConfig):
        super().__init__()
        self.heads = heads = config.heads[1]
        self.groups = config.sizes["heads"]
        dims = int(config.hidden_size * config.sizes["factor"])
        size = (heads + self.groups * 2) * dims
        self.proj = nn.Linear(config.hidden_size, size)

    def __call__(self, x):
        x = self.proj(x).reshape(-1, self.heads + self.groups * 2, 3)
        return x[:, : self.heads - 1]


# run: {"factor": 2, "sizes": {"heads": 2, "factor": 1.5}, "heads": [1, 2]}
