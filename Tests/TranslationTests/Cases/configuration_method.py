from dataclasses import dataclass, field
from typing import Any, Dict

import mlx.core as mx
import mlx.nn as nn


@dataclass
class LayersConfig:
    model_type: str
    hidden_size: int
    share: 2
    layers: Dict[str, Any] = field(default_factory=dict)

    def dims_for(self, kind: str):
        entry = self.layers.get(kind) or self.layers.get("full") or {}
        factor = entry.get("factor", 1.0)
        return max(2, int(self.hidden_size * factor)), float(entry.get("theta", 100))


class ConfigurationMethod(nn.Module):
    def __init__(self, config: LayersConfig):
        super().__init__()
        dims, self.theta = config.dims_for("sliding")
        self.proj = nn.Linear(config.hidden_size, dims * config.share)

    def __call__(self, x):
        return self.proj(x) * self.theta


# run: {"share": 2}
# run: {"share": 1, "layers": {"sliding": {"factor": 0.3, "theta": 7}, "full": {"factor": 2}}}
# run: {"share": 3, "layers": {"full": {"factor": 2, "theta": 0.5}}}
