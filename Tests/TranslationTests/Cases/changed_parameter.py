import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def rename_seen(weights, count):
    for i in range(count):
        weights[f"lm_head.{i}"] = weights.pop(f"old.{i}")


def rename_through(weights, count):
    rename_seen(weights, count)
    rename_plain(weights)


def rename_plain(weights):
    weights["lm_head.bias"] = weights.pop("bias")
    return weights


def collect_sizes(sizes, size, at_most):
    if size <= at_most:
        sizes.append(size)
    return len(sizes)


def drop_unseen(weights, name):
    weights.pop(name, None)
    return weights


class ChangedParameter(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        sizes = [3]
        for size in range(4):
            collect_sizes(sizes, size, at_most=2)
        self.total = sum(sizes)
        self.count = collect_sizes(sizes, 1, 5)
        self.sizes = [5]
        self.add(self.sizes, len(sizes))

    @staticmethod
    def add(sizes, size):
        sizes.append(size)

    def __call__(self, x):
        return self.proj(x) * self.total + self.count + self.sizes[1]

    def sanitize(self, weights):
        sanitized = {}
        for key, value in weights.items():
            sanitized[key] = value
        rename_through(sanitized, 2)
        sanitized = drop_unseen(sanitized, "unused")

        def double(entries, key):
            entries[key] = entries[key] * 2

        double(sanitized, "lm_head.0")
        return sanitized


# run: {}
# weights: {"old.0": [2, 3], "old.1": [2], "bias": [3], "unused": [2], "proj.bias": [4]}
