import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig
from ..rope_utils import initialize_rope


class RotaryAttributes(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.rope = initialize_rope(4, config.scale, config.use_bias, config.rope_scaling)
        self.slow = nn.RoPE(2, traditional=True, base=100, scale=0.5)

    def __call__(self, x):
        x = x[..., : self.rope.dims] * self.rope.scale
        if self.rope.traditional != self.slow.traditional:
            x = x + self.slow.base
        return self.rope(x / self.rope.base) * self.slow.scale


# run: {}
# run: {"use_bias": true, "rope_scaling": {"rope_type": "linear", "factor": 2.0}}
# fails: {"rope_scaling": {"rope_type": "yarn", "factor": 2.0}}
# input: [2, 3, 8]
