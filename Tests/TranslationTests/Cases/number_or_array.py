from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class NumberOrArrayConfig:
    model_type: str = "case"
    hidden_size: int = 4
    rounds: int = 2


class NumberOrArray(nn.Module):
    def __init__(self, config: NumberOrArrayConfig):
        super().__init__()
        self.rounds = config.rounds

    def positions(self, x: mx.array) -> mx.array:
        parts: list = []
        for _ in range(self.rounds):
            start = parts[-1].max() + 1 if len(parts) > 0 else 0
            parts.append(x + start)
        return mx.concatenate(parts, axis=0)

    def __call__(self, x: mx.array) -> mx.array:
        return self.positions(x) + self.positions(mx.ones((3,), dtype=mx.uint8)).sum()


# run: {}
# run: {"rounds": 1}
# run: {"rounds": 3}
# input: [2, 3, 4]
