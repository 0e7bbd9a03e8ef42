from dataclasses import dataclass
from typing import Any, Dict, Optional

import mlx.core as mx
import mlx.nn as nn


def stripped(options):
    if not isinstance(options, dict):
        return options
    kept = {}
    for key, value in options.items():
        kept[key.replace("model.", "")] = value
    return kept


@dataclass
class OptionsConfig:
    model_type: str
    hidden_size: int
    options: Optional[Dict] = None
    factors: Any = None

    def __post_init__(self):
        self.options = stripped(self.options)


class DictionaryComprehension(nn.Module):
    def __init__(self, config: OptionsConfig):
        super().__init__()
        self.offsets = {f"layer.{i}": 10 * i for i in range(4) if i != 2}
        halves = {i // 2: float(i) for i in range(5)}
        self.last = list(halves.values())
        factors = config.factors
        self.scale = 1.0
        if isinstance(factors, dict):
            scaled = {int(name): 2.0 * value for name, value in factors.items() if value > 1}
            for place, value in scaled.items():
                self.scale = self.scale * 10 + place + value
        options = config.options
        self.bits = 0
        if options is not None:
            if "bits" in options:
                self.bits = int(options["bits"])

    def __call__(self, x):
        for name, offset in self.offsets.items():
            x = x * 2 + offset
            if name == "layer.1":
                x = x + 1
        for value in self.last:
            x = x * 3 + value
        return x * self.scale + self.bits

    def sanitize(self, weights):
        sums = {k.replace("old", "new"): v + 1 for k, v in weights.items() if v.ndim == 2}
        return {k: v * 2 for k, v in sums.items()}


# run: {}
# run: {"factors": {"3": 1.5, "1": 7, "03": 5, "2": 0.5}}
# run: {"options": {"model.bits": 3, "bits": 5}}
# run: {"options": {"bits": 5, "model.bits": 3, "x": null}}
# fails: {"factors": {"a": 2}}
