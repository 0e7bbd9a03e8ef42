import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Doubled(nn.Module):
    def __init__(self, dims: int):
        super().__init__()
        self.proj = nn.Linear(dims, dims)

    def __call__(self, x):
        return self.proj(x) * 2


class BranchModules(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        if config.use_bias:
            self.proj = Doubled(config.hidden_size)
        else:
            self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        return self.proj(x)


# run: {}
# run: {"use_bias": true}
