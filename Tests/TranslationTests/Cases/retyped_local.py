import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RetypedLocal(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        width = "wide" if config.tied else "narrow"
        self.factor = 2.0 if width == "wide" else 1.0
        width = [config.hidden_size, 4]
        self.proj = nn.Linear(width[0], width[1])

    def __call__(self, x):
        return self.proj(x) * self.factor


# run: {}
# run: {"tied": false}
