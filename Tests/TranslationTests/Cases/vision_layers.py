from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from ..attention import VisionAttention
from ..base import BaseModelConfig, check_array_shape
from ..mlp import FastGELUMLP, GELUMLP, TanhGELUMLP
from ..rope_utils import rotate_half


@dataclass
class TowerConfig(BaseModelConfig):
    model_type: str = "tower"
    hidden_size: int = 4
    intermediate_size: int = 6


class VisionLayers(nn.Module):
    def __init__(self, config: TowerConfig):
        super().__init__()
        self.attention = VisionAttention(config.hidden_size, 2, bias=True)
        self.narrow = VisionAttention(config.hidden_size, 2, value_dims=6, bias=False)
        self.mlp = GELUMLP(config)
        self.fast = FastGELUMLP(config)
        self.exact = TanhGELUMLP(config)
        self.patch = nn.Conv2d(3, 6, kernel_size=2, stride=2, bias=False)

    def __call__(self, x):
        x = x[None]
        causal = mx.tril(mx.ones((x.shape[1], x.shape[1]), dtype=mx.bool_))
        y = self.attention(x, mask=causal)
        x = y + self.narrow(x) * self.attention.scale + self.attention.num_heads
        x = x + self.exact(self.fast(self.mlp(x)))
        return rotate_half(x)[0]

    def sanitize(self, weights):
        sanitized = {}
        for k, v in weights.items():
            if "patch" in k:
                if check_array_shape(v):
                    sanitized[k] = v
                else:
                    sanitized[k] = v.transpose(0, 2, 3, 1)
            elif not check_array_shape(v):
                sanitized[k] = v
        return sanitized


# run: {"hidden_size": 4}
# run: {"hidden_size": 4, "intermediate_size": 8}
# fails: {"hidden_size": 5}
# weights: {"patch.weight": [6, 3, 2, 2], "other.patch.weight": [6, 2, 2, 3], "bias": [4], "conv.weight": [3, 4, 2]}
