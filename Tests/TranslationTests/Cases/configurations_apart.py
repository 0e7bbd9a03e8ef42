from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class TextConfig:
    hidden_size: int = 4


@dataclass
class AudioConfig:
    hidden_size: str = "4"


@dataclass
class ApartConfig:
    text_config: TextConfig
    audio_config: AudioConfig
    model_type: str = "apart"


class Projection(nn.Module):
    def __init__(self, config: TextConfig):
        super().__init__()
        self.scale = config.hidden_size

    def __call__(self, x):
        return x * self.scale


class ConfigurationsApart(nn.Module):
    def __init__(self, config: ApartConfig):
        super().__init__()
        self.text = Projection(config.text_config)
        self.audio = Projection(config.audio_config)

    def __call__(self, x):
        return self.audio(self.text(x))
