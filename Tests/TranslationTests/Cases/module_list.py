import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

EPS = 1e-6
NAME = "silu"
SIZES_OF_LIST = [1, 2]


class ModuleList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return x * SIZES_OF_LIST[0]
