from dataclasses import dataclass, field
from typing import Dict, List

import mlx.nn as nn


@dataclass
class CountedKeysConfig:
    model_type: str
    hidden_size: int = 4
    taps: Dict[str, List[int]] = field(default_factory=dict)

    def __post_init__(self):
        self.taps = {
            int(layer): [int(i) for i in indices]
            for layer, indices in (self.taps or {}).items()
        }


class CountedKeys(nn.Module):
    def __init__(self, config: CountedKeysConfig):
        super().__init__()
        self.taps = config.taps
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        for i in range(3):
            if i in self.taps:
                x = self.proj(x) * len(self.taps[i])
        return x


# run: {}
# run: {"taps": {"0": [1, 2], "2": [3]}}
# fails: {"taps": {"first": [1]}}
