from dataclasses import dataclass
from typing import Any, Dict

import mlx.core as mx
import mlx.nn as nn


@dataclass
class JsonMembershipConfig:
    model_type: str
    hidden_size: int
    layout: Dict[str, Any]


# call: block(mx.tanh(input_ids))
class JsonMembership(nn.Module):
    def __init__(self, config: JsonMembershipConfig):
        super().__init__()
        linear = config.layout["linear"]
        self.is_linear = (config.hidden_size + 1) in linear
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) if self.is_linear else x


# run: {"layout": {"linear": [3, 5]}}
# run: {"layout": {"linear": [4]}}
# run: {"layout": {"linear": []}}
# fails: {"layout": {}}
