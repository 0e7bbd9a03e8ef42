from dataclasses import dataclass, fields
from typing import Any, Dict, Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class CopiedPartConfig(BaseModelConfig):
    width: int = 3
    scale: float = 1.0

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        if "wide" in params and "width" not in params:
            params["width"] = params.pop("wide")
        return super().from_dict(params)


@dataclass
class CopiedConfig(BaseModelConfig):
    part_config: CopiedPartConfig
    model_type: str = "case"
    hidden_size: int = 4
    theta: Optional[float] = None
    scaling: Optional[Dict[str, Any]] = None

    @classmethod
    def from_dict(cls, params: Dict[str, Any]):
        params = dict(params or {})
        scaling = params.pop("parameters", None) or params.get("scaling")
        if scaling:
            scaling = dict(scaling)
            kind = scaling.get("type") or "default"
            params["theta"] = scaling.pop("theta", params.get("theta"))
            params["scaling"] = None if kind == "default" else scaling
        if "nested" in params:
            merged = dict(params)
            merged.update(params["nested"])
            params = merged
        if "old_size" in params:
            params = {**params, "hidden_size": params["old_size"]}
            del params["old_size"]
        part = CopiedPartConfig.from_dict(params.pop("part_config", {}))
        allowed = {f.name for f in fields(cls)}
        return cls(part_config=part, **{k: v for k, v in params.items() if k in allowed})


class ConfigurationEntriesCopied(nn.Module):
    def __init__(self, config: CopiedConfig):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.part_config.width)
        self.scale = config.part_config.scale
        self.theta = config.theta or 2.0
        scaling = config.scaling or {}
        self.factor = float(scaling.get("factor", 1.0))

    def __call__(self, x: mx.array) -> mx.array:
        return self.up(x) * self.scale * self.theta * self.factor


# run: {}
# run: {"part_config": {"wide": 5, "scale": 2}}
# run: {"part_config": {"wide": 5, "width": 2}, "parameters": {"theta": 3.0, "factor": 4.0}}
# run: {"scaling": {"type": "linear", "factor": 4.0}, "theta": 1.5}
# run: {"nested": {"theta": 7.0, "part_config": {"width": 9}}}
# run: {"hidden_size": 3, "old_size": 4}
# fails: {"hidden_size": 3}
# input: [2, 3, 4]
