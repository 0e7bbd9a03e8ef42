from dataclasses import dataclass
from typing import Any, Dict, Optional

import mlx.nn as nn


@dataclass
class ScalingConfig:
    model_type: str
    hidden_size: int
    rope_theta: float = 500.0
    rope_parameters: Optional[Dict[str, Any]] = None
    rope_scaling: Optional[Dict[str, Any]] = None

    def __post_init__(self):
        rope_parameters = (
            dict(self.rope_parameters)
            if self.rope_parameters is not None
            else (
                dict(self.rope_scaling)
                if self.rope_scaling is not None
                else {"rope_type": "default", "rope_theta": self.rope_theta}
            )
        )
        rope_parameters.setdefault("rope_type", "default")
        rope_parameters.setdefault("rope_theta", self.rope_theta)
        self.rope_parameters = rope_parameters
        self.rope_theta = float(rope_parameters.get("rope_theta", self.rope_theta))


class ScalingOrDictionary(nn.Module):
    def __init__(self, config: ScalingConfig):
        super().__init__()
        self.theta = config.rope_theta
        offsets = {"a": 1}
        offsets.setdefault("a", 5)
        offsets.setdefault("b", 7)
        self.offset = offsets["a"] * 10 + offsets["b"]
        if config.rope_parameters["rope_type"] == "linear":
            self.theta = self.theta * 2

    def __call__(self, x):
        return x * self.theta + self.offset


# run: {}
# run: {"rope_theta": 7}
# run: {"rope_parameters": {"rope_theta": 3, "rope_type": "linear"}}
# run: {"rope_scaling": {"rope_type": "linear"}, "rope_theta": 2.5}
