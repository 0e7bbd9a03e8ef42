from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class TruthConfig:
    hidden_size: int
    kind: str = "moe"
    experts: Optional[int] = 2


class NamedTruth(nn.Module):
    def __init__(self, config: TruthConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        is_mixture = self.config.kind == "moe" and self.config.experts
        if is_mixture and x.shape[0] > 1:
            x = x * 2
        if not is_mixture:
            x = x + 1
        return self.proj(x)


# run: {}
# run: {"experts": 0}
# run: {"experts": null}
# run: {"kind": "dense"}
