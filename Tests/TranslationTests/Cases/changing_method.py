from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional

import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class ChangingMethodConfig(BaseModelConfig):
    model_type: str = "changing"
    hidden_size: int = 4
    theta: Optional[float] = None
    factor: Optional[int] = None
    width: int = None
    scale: int = None
    kinds: List[str] = None
    options: Dict[str, Any] = field(default_factory=dict)

    def __post_init__(self):
        if self.width is None:
            self.width = self.hidden_size
        self._apply_aliases()
        if self.scale is None:
            self.scale = self.width + 1
        self._repeat_kinds("full")

    def _apply_aliases(self):
        for key, value in {"rope_theta": self.theta, "factor": self.factor}.items():
            if value is not None and key not in self.options:
                self.options[key] = value
        self._widen(by=1)

    def _widen(self, by):
        self.width += by

    def _repeat_kinds(self, kind):
        if self.kinds is None:
            self.kinds = [kind] * self.scale


class ChangingMethod(nn.Module):
    def __init__(self, config: ChangingMethodConfig):
        super().__init__()
        self.count = len(config.kinds) + len(config.options)
        self.factor = int(config.options.get("factor", 2))
        self.proj = nn.Linear(config.hidden_size, config.width)

    def __call__(self, x):
        return self.proj(x) * self.factor + self.count


# run: {}
# run: {"width": 2, "factor": 3}
# run: {"theta": 3.5, "scale": 2, "options": {"factor": 7}}
# run: {"kinds": ["a", "b"], "factor": 5, "theta": 2.0}
