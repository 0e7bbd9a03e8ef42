from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn
import numpy as np


@dataclass
class SpacingConfig:
    model_type: str = "case"
    hidden_size: int = 4
    rate: float = 0.0
    num_layers: int = 3


class SpacingLayer(nn.Module):
    def __init__(self, config: SpacingConfig, rate: float = 0.0):
        super().__init__()
        self.up = nn.Linear(config.hidden_size, config.hidden_size)
        self.drop = nn.Dropout(rate) if rate > 0.0 else nn.Identity()
        self.rate = rate

    def __call__(self, x: mx.array) -> mx.array:
        return self.drop(self.up(x)) * self.rate + x


class HostSpacing(nn.Module):
    def __init__(self, config: SpacingConfig):
        super().__init__()
        rates = [mx.array(x) for x in np.linspace(0, config.rate, config.num_layers)]
        self.layers = [SpacingLayer(config, rates[i]) for i in range(config.num_layers)]
        self.scales = np.linspace(1, 2, num=config.num_layers, endpoint=False).tolist()

    def __call__(self, x: mx.array) -> mx.array:
        for layer, scale in zip(self.layers, self.scales):
            x = layer(x) * scale
        return x


# run: {}
# run: {"num_layers": 1}
# run: {"num_layers": 2}
# fails: {"rate": 1.0}
# fails: {"num_layers": -1}
