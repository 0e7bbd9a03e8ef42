from dataclasses import dataclass
from typing import Any, Dict, List, Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


def renamed_options(options):
    if not isinstance(options, dict):
        return options
    result = {}
    for key, value in options.items():
        if key == "skipped" and isinstance(value, list):
            value = [f"layer.{item}" if isinstance(item, str) else item for item in value]
        result[key.replace("old.", "")] = value
    return result


@dataclass
class JSONOrListConfig(BaseModelConfig):
    model_type: str = "case"
    hidden_size: int = 4
    num_layers: int = 3
    kinds: Optional[List[str]] = None
    sparse: Optional[Dict[str, Any]] = None
    options: Optional[dict] = None

    def __post_init__(self):
        self.options = renamed_options(self.options)
        frequencies = self._listed()
        if self.sparse is None:
            if frequencies is None:
                frequencies = self._usual()
            self.sparse = {"every": frequencies, "width": 3}
        else:
            self.sparse = dict(self.sparse)
            frequencies = self.sparse.get("every")
            if frequencies is None and isinstance(self.sparse.get("each"), list):
                frequencies = self.sparse["each"]
                self.sparse["every"] = frequencies
            if isinstance(frequencies, list) and "width" not in self.sparse:
                self.sparse["width"] = len(frequencies)

    def _listed(self) -> Optional[List[int]]:
        if self.kinds is None:
            return None
        return [1 if kind == "sparse" else 0 for kind in self.kinds]

    def _usual(self) -> List[int]:
        dense = min(1, self.num_layers)
        return [0] * dense + [1] * (self.num_layers - dense)

    def is_sparse(self, index: int) -> bool:
        every = self.sparse.get("every")
        if isinstance(every, list) and index < len(every):
            return bool(every[index])
        return False


class JSONOrList(nn.Module):
    def __init__(self, config: JSONOrListConfig):
        super().__init__()
        self.factors = [
            2.0 if config.is_sparse(index) else 0.5 for index in range(config.num_layers)
        ]
        self.width = int(config.sparse.get("width", 1))
        self.names = 0
        if config.options is not None:
            self.names = len(config.options["skipped"][0])

    def __call__(self, x: mx.array) -> mx.array:
        for factor in self.factors:
            x = x * factor + self.names
        return x * self.width


# run: {}
# run: {"kinds": ["sparse", "full", "sparse"]}
# run: {"sparse": {"every": [0, 1]}}
# run: {"sparse": {"each": [1, 1, 0], "width": 5}}
# run: {"sparse": {"width": 2}, "options": {"old.skipped": ["a"], "skipped": ["ab", 3]}}
# input: [2, 3, 4]
