from dataclasses import dataclass
from typing import List, Optional, Union

import mlx.nn as nn

from ..base import BaseModelConfig

LAST = 3


def steps(value):
    if value is None:
        found = []
    elif isinstance(value, int):
        found = [value]
    else:
        found = list(value)
    if LAST not in found:
        found.append(LAST)
    return found


@dataclass
class JsonListOrOwnConfig(BaseModelConfig):
    model_type: str = "json_list_or_own"
    hidden_size: int = 4
    layers: Optional[Union[int, List[int]]] = None

    @classmethod
    def from_dict(cls, params):
        params["layers"] = steps(params.get("layers"))
        return super().from_dict(params)


class JsonListOrOwn(nn.Module):
    def __init__(self, config: JsonListOrOwnConfig):
        super().__init__()
        self.projections = [nn.Linear(4, 4) for _ in config.layers]
        self.count = len(config.layers)

    def __call__(self, x):
        for projection in self.projections:
            x = projection(x)
        return x * self.count


# run: {}
# run: {"layers": 2}
# run: {"layers": [3, 1]}
