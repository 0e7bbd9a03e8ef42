from dataclasses import dataclass
from typing import List, Union

import mlx.nn as nn


@dataclass
class BasesConfig:
    model_type: str
    hidden_size: int
    theta: Union[float, List[float]] = 3.0
    picked: str = ""


class ListOrNumber(nn.Module):
    def __init__(self, config: BasesConfig):
        super().__init__()
        theta = config.theta
        if isinstance(theta, list):
            theta = theta[1]
        self.theta = float(theta)
        layers = set()
        if config.picked:
            layers = set(int(i) for i in config.picked.split(","))
        else:
            layers = set(range(1, 3))
        self.count = len(layers) + (1 if 2 in layers else 0)

    def __call__(self, x):
        return x * self.theta + self.count


# run: {}
# run: {"theta": 7, "picked": "4,5,6"}
# run: {"theta": [1, 0.5], "picked": "2"}
