from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class OneNameEncoderConfig:
    hidden_size: int = 8


@dataclass
class OneNameConfig:
    audio: OneNameEncoderConfig
    hidden_size: int = 4
    model_type: str = "parts"


class OneName(nn.Module):
    def __init__(self, config: OneNameConfig):
        super().__init__()
        self.config = config
        self.args = config.audio

    def __call__(self, x):
        return x * self.args.hidden_size + self.config.hidden_size


# run: {"audio": {}}
