import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class SlicesFromEnd(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def renamed(self, key: str) -> str:
        for suffix, other in (
            (".w", ".weight"),
            (".b", ".bias"),
            (".bias", ".bias"),
        ):
            if key.endswith(suffix):
                return key[: -len(suffix)] + other
        return key

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {self.renamed(k): v for k, v in weights.items()}


# weights: {"block.proj.w": [4, 4], "block.proj.b": [4]}
