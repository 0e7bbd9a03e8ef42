import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class LeadingBinding(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        if (width := config.head_dim) is None:
            width = config.hidden_size // 2
        self.proj = nn.Linear(config.hidden_size, width)

    def __call__(self, x):
        return self.proj(x)


# run: {}
# run: {"head_dim": 4}
