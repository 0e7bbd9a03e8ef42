from dataclasses import dataclass, field
from typing import List

import mlx.core as mx
import mlx.nn as nn


@dataclass
class MadeOfOthersConfig:
    model_type: str = "case"
    hidden_size: int = 4
    kernel_sizes: List[int] = field(default_factory=lambda: [2, 2])
    skipped_layers: list = 4

    def __post_init__(self):
        self.width = self.hidden_size
        self.kernel = self.kernel_sizes[0]


class EntriesMadeOfOthers(nn.Module):
    def __init__(self, config: MadeOfOthersConfig):
        super().__init__()
        self.proj = nn.Linear(config.width, config.width)
        self.kernel = config.kernel

    def __call__(self, x):
        return self.proj(x) * self.kernel


# run: {}
# run: {"kernel_sizes": [3], "skipped_layers": [1, 2]}
# input: [2, 4]
