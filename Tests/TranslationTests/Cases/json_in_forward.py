from dataclasses import dataclass
from typing import Any, Dict, Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class ScalesConfig:
    model_type: str
    hidden_size: int
    limit: Any = 2
    scales: Optional[Dict[str, Any]] = None


def scaled(x: mx.array, beta: float):
    return x * beta


class JsonInForward(nn.Module):
    def __init__(self, config: ScalesConfig):
        super().__init__()
        self.config = config
        self.limit = config.limit
        self.proj = nn.Linear(config.hidden_size, 4)

    def __call__(self, x):
        x = mx.clip(self.proj(x), -self.limit, self.limit)
        inner = scaled(x, self.config.scales["inner"]["beta"])
        beta = self.config.scales.get("beta")
        if beta is not None:
            inner = inner * (1.0 + beta)
        return inner + mx.arange(self.config.scales["count"])


# run: {"limit": 0.5, "scales": {"inner": {"beta": 2}, "beta": 0.5, "count": 4}}
# run: {"scales": {"inner": {"beta": 0.25}, "count": 4}}
# fails: {"limit": "far", "scales": {"inner": {"beta": 2}, "count": 4}}
# fails: {"scales": {"inner": {"beta": "much"}, "count": 4}}
# fails: {"scales": {"inner": {"beta": 2}, "beta": [1], "count": 4}}
# fails: {"scales": {"inner": {}, "count": 4}}
# fails: {"scales": {"inner": {"beta": 2}}}
