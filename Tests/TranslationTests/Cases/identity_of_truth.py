from dataclasses import dataclass
from typing import Union

import mlx.nn as nn


@dataclass
class GateConfig:
    model_type: str
    hidden_size: int
    gating: Union[bool, str] = True
    tied: bool = False

    def __post_init__(self):
        if self.gating is True:
            self.gating = "head"


class Activation(nn.Module):
    def __init__(self, activation=nn.SiLU()):
        super().__init__()
        self.activation = activation

    def __call__(self, x):
        return self.activation(x)


class IdentityOfTruth(nn.Module):
    def __init__(self, config: GateConfig):
        super().__init__()
        scales = {"head": 2.0, "element": 3.0}
        first = next(iter(scales))
        self.scale = 0.5 if config.gating is False else scales[first]
        if config.gating == first and config.tied is not True:
            self.scale = self.scale + 1
        self.first = Activation()
        self.second = Activation()

    def __call__(self, x):
        return self.second(self.first(x)) * self.scale


# run: {}
# run: {"gating": false}
# run: {"gating": "element", "tied": true}
