from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class EncoderConfig:
    hidden_size: int = 8


@dataclass
class PartsConfig:
    audio: EncoderConfig
    vision: EncoderConfig
    model_type: str = "parts"


class Parts(nn.Module):
    def __init__(self, config: PartsConfig):
        super().__init__()
        self.audio = config.audio
        self.vision = config.vision

    def __call__(self, x):
        return x * self.audio.hidden_size + self.vision.hidden_size


# run: {"audio": {}, "vision": {"hidden_size": 3}}
