from dataclasses import dataclass
from typing import Any, Dict, Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class MergedConfig(BaseModelConfig):
    model_type: str = "case"
    hidden_size: int = 4
    rope_scaling: Optional[Dict[str, Any]] = None
    extra: Optional[Dict[str, Any]] = None

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        rope = params.pop("rope_parameters", None)
        if isinstance(rope, dict):
            kind = rope.get("rope_type", "default")
            if kind not in (None, "default"):
                params["rope_scaling"] = {**rope, "type": kind}
        if "more" in params:
            params["extra"] = {"scale": 2.0, **params["more"], "shift": 1, **(rope or {})}
        return super().from_dict(params)


class DictionaryMerging(nn.Module):
    def __init__(self, config: MergedConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, 3)
        scaling = {**(config.rope_scaling or {}), "base": 3.0}
        self.factor = float(scaling.get("factor", 1.0)) * float(scaling["base"])
        self.linear = scaling.get("type", "none") == "linear"
        extra = {"scale": 1.0, "shift": 0.0, **(config.extra or {})}
        self.scale = float(extra["scale"])
        self.shift = float(extra["shift"])

    def __call__(self, x: mx.array) -> mx.array:
        x = self.proj(x) * self.factor
        if self.linear:
            x = x + 1
        return x * self.scale + self.shift


# run: {}
# run: {"rope_parameters": {"rope_type": "linear", "factor": 2.0, "base": 5.0, "type": "none"}}
# run: {"rope_parameters": {"rope_type": "default"}, "more": {"shift": 4.0, "scale": 0.5}}
# run: {"rope_parameters": {"shift": 2.5, "factor": 2.0}, "more": {}}
# fails: {"more": 3}
# input: [2, 3, 4]
