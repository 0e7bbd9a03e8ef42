from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class WordsConfig:
    hidden_size: int = 4
    window: Optional[int] = None
    bias: bool = False


@dataclass
class SoundConfig:
    hidden_size: int = 4
    window: int = 2
    rate: float = 0.5

    @property
    def bias(self):
        return self.rate > 1


@dataclass
class PictureConfig:
    hidden_size: int = 4


@dataclass
class SharedConfig:
    text_config: WordsConfig
    audio_config: SoundConfig
    vision_config: PictureConfig
    model_type: str = "shared"


class SharedProjection(nn.Module):
    def __init__(self, config: WordsConfig):
        super().__init__()
        self.size = config.hidden_size
        self.proj = nn.Linear(self.size, config.hidden_size)

    def __call__(self, x):
        return self.proj(x)


class SharedEncoder(nn.Module):
    def __init__(self, config: WordsConfig):
        super().__init__()
        self.config = config
        self.first = SharedProjection(config)
        self.second = nn.Linear(config.hidden_size, config.hidden_size, bias=config.bias)

    def __call__(self, x):
        x = self.second(self.first(x))
        if self.config.window is not None:
            x = x * self.config.window
        return x


class SharedConfigurations(nn.Module):
    def __init__(self, config: SharedConfig):
        super().__init__()
        self.text = SharedEncoder(config.text_config)
        self.audio = SharedEncoder(config.audio_config)
        self.vision = SharedProjection(config.vision_config)

    def __call__(self, x):
        return self.vision(self.audio(self.text(x)))


# run: {"text_config": {}, "audio_config": {}, "vision_config": {}}
# run: {"text_config": {"window": 3, "bias": true}, "audio_config": {"rate": 2}, "vision_config": {}}
