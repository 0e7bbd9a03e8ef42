from dataclasses import dataclass, field
from typing import Dict, List, Optional, Union

import mlx.nn as nn


@dataclass
class MixedConfig:
    model_type: str
    rope_parameters: Optional[Dict[str, Union[float, str, bool, List[int]]]] = field(
        default_factory=lambda: {
            "type": "default",
            "sections": [1, 2],
            "interleaved": True,
            "theta": 10000,
            "fraction": 0.25,
        }
    )
    fraction: float = 1.0
    kind: str = "none"

    def __post_init__(self):
        if self.rope_parameters:
            if "type" not in self.rope_parameters and "rope_type" in self.rope_parameters:
                self.rope_parameters["type"] = self.rope_parameters.pop("rope_type")
            self.fraction = self.rope_parameters.get("fraction", 0.5)
            self.kind = self.rope_parameters["type"]


class MixedDictionary(nn.Module):
    def __init__(self, config: MixedConfig):
        super().__init__()
        self.fraction = config.fraction
        if config.kind == "linear":
            self.fraction = self.fraction + 1.0
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * self.fraction


# run: {}
# run: {"rope_parameters": null}
# run: {"rope_parameters": {}}
# run: {"rope_parameters": {"rope_type": "linear"}}
# run: {"rope_parameters": {"type": "linear", "fraction": 0.75}}
# fails: {"rope_parameters": {"fraction": 2.0}}
