from dataclasses import dataclass
from typing import List, Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class ChosenLayersConfig:
    model_type: str
    hidden_size: int
    layer: int = -1
    joined: Optional[List[int]] = None
    others: Optional[List[int]] = None
    state: int = -2


class ChosenState(nn.Module):
    def __init__(self, config: ChosenLayersConfig):
        super().__init__()
        self.place = config.state
        self.proj = nn.Linear(4, 4)

    def __call__(self, states: List[mx.array]) -> mx.array:
        return self.proj(states[self.place])


class LayersFromEnd(nn.Module):
    def __init__(self, config: ChosenLayersConfig):
        super().__init__()
        self.config = config
        self.layers = [nn.Linear(4, 4) for _ in range(3)]
        self.picked = ChosenState(config)

    def chosen(self, states) -> mx.array:
        layer = self.config.layer
        joined = self.config.joined
        if joined is None:
            return states[layer]
        return mx.concatenate([states[i] for i in joined], axis=-1)

    def added(self, states) -> mx.array:
        cfg = self.config
        if cfg.others is None:
            return states[-1]
        found = []
        for layer in cfg.others:
            found.append(states[layer])
        return mx.concatenate(found, axis=-1)

    def __call__(self, x):
        states = []
        for layer in self.layers:
            x = layer(x)
            states.append(x)
        return self.chosen(states).sum() + self.added(states).sum() + self.picked(states)


# run: {}
# run: {"joined": [-1, 0, -2], "others": [-3, 1]}
# run: {"layer": -3, "state": 2}
# fails: {"layer": 3}
# fails: {"joined": [1, 3]}
# fails: {"others": [0, -4]}
# fails: {"state": 3}
