import mlx.core as mx
import mlx.nn as nn
from ..rope_utils import MRoPERotaryEmbedding
from .configuration import ModelConfig


class ChunkedRotary(MRoPERotaryEmbedding):
    def __init__(self, dim, base=10000, rope_scaling=None):
        super().__init__(dim, base=base, rope_scaling=rope_scaling, style="chunked")


class RotaryMethods(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.rotary_emb = ChunkedRotary(8, base=config.scale, rope_scaling=config.rope_scaling)

    def __call__(self, x):
        positions = mx.tile(mx.arange(x.shape[-2])[None, None, :], (3, 1, 1))
        queries, keys = self.rotary_emb.apply_rotary(x, x * 2, positions, unsqueeze_dim=1)
        return queries + keys


# run: {"rope_scaling": {"type": "mrope", "mrope_section": [1, 1, 2]}}
# input: [1, 2, 3, 8]
