import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class AssignedWeight(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4, bias=False)

    def __call__(self, x):
        self.proj.weight = mx.clip(self.proj.weight, -1.0, 1.0)
        return self.proj(x)
