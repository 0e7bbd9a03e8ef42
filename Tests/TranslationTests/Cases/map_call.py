import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class MapCall(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        a, b = map(mx.abs, mx.split(self.proj(x), 2, axis=-1))
        total = sum(map(lambda part: part * 2, [a, b]))
        for p, q, r, s, t in zip([a], [b], [1.0], [total], [2]):
            total = total + p * q + r * s * t
        return mx.contiguous(total)

    def sanitize(self, weights):
        kept = {}
        for k, v in weights.items():
            first, second = map(mx.contiguous, mx.split(v, 2, axis=0))
            kept[f"{k}.first"] = first
            kept[f"{k}.second"] = second
        return kept


# weights: {"proj.weight": [4, 3]}
