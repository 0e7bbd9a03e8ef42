from dataclasses import dataclass
from typing import Any, Dict, Optional

import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class ChangedBetweenConfig(BaseModelConfig):
    model_type: str = "between"
    hidden_size: int = 4
    factor: Optional[int] = None
    options: Optional[Dict[str, Any]] = None

    def __post_init__(self):
        if self.options is None:
            self.options = {"width": 2, "factor": 3}
        else:
            self.options = dict(self.options)
            self.options.setdefault("depth", 1)
            self._apply_factor()
            factor = self.options.get("factor")
            if factor is None:
                self.options["factor"] = 5
            self.options.setdefault("width", 3)

    def _apply_factor(self):
        for key, value in {"factor": self.factor}.items():
            if value is not None and key not in self.options:
                self.options[key] = value


class ChangedBetween(nn.Module):
    def __init__(self, config: ChangedBetweenConfig):
        super().__init__()
        self.count = len(config.options)
        self.factor = int(config.options.get("factor", 2))
        self.proj = nn.Linear(config.hidden_size, int(config.options["width"]))

    def __call__(self, x):
        return self.proj(x) * self.factor + self.count


# run: {}
# run: {"factor": 7, "options": {"width": 4}}
# run: {"options": {"factor": 2}}
# run: {"options": {}}
