import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class StringMethods(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        name = self.config.activation.replace("_", ".") + ".weight"
        if name.endswith("weight") and len(name) > 3:
            return x
        return self.proj(x)


# run: {}
# run: {"activation": "a_b_c"}
