from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class MadeOfSelfConfig:
    model_type: str = "case"
    hidden_size: int = 4
    picks: int = 2


class Picker:
    def __init__(self, layer):
        self.layer = layer
        self.count = layer.count

    def __call__(self, x: mx.array) -> mx.array:
        layer = self.layer
        scores = layer.scores(x)
        return mx.where(scores > scores.mean(axis=-1, keepdims=True), x * self.count, x)


class MadeOfSelf(nn.Module):
    def __init__(self, config: MadeOfSelfConfig):
        super().__init__()
        self.count = config.picks
        self.has_picker = config.picks > 1
        if self.has_picker:
            self.scores = nn.Linear(config.hidden_size, config.hidden_size)
            self.picker = Picker(self)
        else:
            self.picker = None
        self.out = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x: mx.array) -> mx.array:
        if self.picker is not None:
            x = self.picker(x)
        return self.out(x)


# run: {}
# run: {"picks": 1}
# input: [2, 3, 4]
