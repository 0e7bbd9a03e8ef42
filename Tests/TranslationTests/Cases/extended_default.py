from dataclasses import dataclass

import mlx.nn as nn


@dataclass
class BaseConfig:
    model_type: str = "base"
    hidden_size: int = 4
    scale: float = 2.0


@dataclass
class ExtendedConfig(BaseConfig):
    model_type: str = "extended"
    scale: float = 0.5
    shift: int = 1


class Scaled(nn.Module):
    def __init__(self, config: BaseConfig):
        super().__init__()
        self.scale = config.scale

    def __call__(self, x):
        return x * self.scale


class ExtendedDefault(nn.Module):
    def __init__(self, config: ExtendedConfig):
        super().__init__()
        self.shift = config.shift + config.scale
        self.scaled = Scaled(config)

    def __call__(self, x):
        return self.scaled(x) + self.shift


# run: {}
# run: {"scale": 3, "shift": 7}
