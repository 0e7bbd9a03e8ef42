from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


@dataclass
class ScaleBlock:
    factor: float = 2.0
    times: int = 1


@dataclass
class ShiftBlock:
    offset: float
    is_last: bool = False


@dataclass
class LinearBlock:
    dims: int = 4
    name: str = "plain"


def shift(offset, is_last=False):
    return ShiftBlock(offset=offset, is_last=is_last)


def block_table():
    return [
        [ScaleBlock(3.0)] + [ScaleBlock(times=2)] * 2,
        [shift(0.5)] + [LinearBlock(4), shift(0.25)] * 2 + [LinearBlock(name="biased"), shift(1, is_last=True)],
    ]


class MatchStatement(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.factor, self.layers = self.build()
        self.activation = config.activation
        self.window = config.window

    def build(self):
        layers = []
        factor = 1.0
        for group in block_table():
            for block in group:
                match block:
                    case ScaleBlock(factor=amount, times=count):
                        for _ in range(count):
                            factor = factor * amount
                    case ShiftBlock(offset, True):
                        factor = factor + offset
                    case LinearBlock(dims, "biased"):
                        layers.append(nn.Linear(dims, dims))
                    case LinearBlock(dims) as linear if len(layers) < 1:
                        layers.append(nn.Linear(dims, dims, bias=False))
                        factor = factor + len(linear.name)
                    case _:
                        continue
        return factor, layers

    def __call__(self, x):
        for layer in self.layers:
            x = layer(x)
        match self.activation:
            case "silu" | "swish":
                x = nn.silu(x)
            case "relu":
                x = nn.relu(x)
            case _:
                x = -x
        match self.window:
            case None:
                pass
            case 3:
                x = x + 3
        return x * self.factor


# run: {}
# run: {"activation": "relu", "window": 3}
# run: {"activation": "gelu", "window": 4}
