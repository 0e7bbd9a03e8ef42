from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn


@dataclass
class TextConfig:
    hidden_size: int = 8
    rope_theta: float = 1e6


@dataclass
class NestedConfig:
    text_config: TextConfig
    model_type: str = "nested"
    pad_token_id: int = 0


class Nested(nn.Module):
    def __init__(self, config: NestedConfig):
        super().__init__()
        text = config.text_config
        self.proj = nn.Linear(text.hidden_size, config.text_config.hidden_size)

    def __call__(self, x):
        return self.proj(x)


# run: {"text_config": {"hidden_size": 4}}
