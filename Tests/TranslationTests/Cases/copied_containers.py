import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def drop_entry(weights, name):
    weights.pop(name)


class CopiedContainers(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        sizes = [1, 2]
        more = sizes.copy()
        more.append(3)
        sizes.clear()
        sizes.append(len(more))
        self.factor = sizes[0] + len(more)

    def __call__(self, x):
        return self.proj(x) * self.factor

    def sanitize(self, weights):
        copied = dict(weights)
        drop_entry(copied, "a")
        others = weights.copy()
        drop_entry(others, "b")
        if "a" not in weights or "b" in others or "a" not in others:
            raise ValueError("copies change alone")
        weights.clear()
        for key, value in copied.items():
            weights[f"new.{key}"] = value * 2
        return weights


# run: {}
# weights: {"a": [2, 3], "b": [2], "c": [3]}
