import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class OptionalUnwrapping(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.head_dim = config.head_dim
        self.window = config.window
        self.proj = nn.Linear(config.hidden_size, config.head_dim)

    def __call__(self, x):
        if self.window is not None and self.window > 2:
            x = x[:, : self.window]
        return x.reshape(-1, self.head_dim)


# run: {"head_dim": 4}
# run: {"head_dim": 4, "window": 3}
# input: [4, 3, 4]
# fails: {}
