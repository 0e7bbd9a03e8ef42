import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class SumOfArrays(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        total = sum(x[:, i : i + 1] for i in range(x.shape[1]))
        shape = list(x.shape)
        shape[-1] = 4
        return self.proj(mx.broadcast_to(total, shape))
