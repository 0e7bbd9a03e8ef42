import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SplitAtOptional(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.head_dim = config.head_dim
        self.proj = nn.Linear(config.hidden_size, 8)

    def __call__(self, x):
        gate, x = mx.split(self.proj(x), [self.head_dim], axis=-1)
        gate = mx.broadcast_to(gate[..., :1], x.shape[:-1] + (self.head_dim,))
        return mx.concatenate([nn.silu(x), gate], axis=-1)


# run: {"head_dim": 3}
# run: {"head_dim": 4}
