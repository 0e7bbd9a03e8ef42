import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class UnwantedParts(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def renamed(self, key: str) -> str:
        _, layer, *tail = key.split(".")
        rest = ".".join(tail)
        if rest.startswith("inner."):
            _, part = rest.split(".")
            return f"{layer}.{part}"
        if rest.startswith("outer."):
            _, _, part = rest.split(".")
            return f"{layer}.{part}"
        return f"{layer}.{rest}"

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {f"block.{self.renamed(k)}": v for k, v in weights.items()}


# weights: {"a.proj.inner.weight": [4, 4], "a.proj.outer.old.bias": [4]}
