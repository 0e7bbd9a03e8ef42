import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class AbsentInTupleEncoder(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x, states=None):
        kept = (x,) if states else None
        return self.proj(x), kept


class AbsentInTuple(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.encoder = AbsentInTupleEncoder(config)

    def __call__(self, x):
        return self.encoder(x)[0]
