import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Warning(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        if config.num_layers < 1:
            print(f"{config.num_layers} layers")
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)


# run: {}
# run: {"num_layers": 0}
