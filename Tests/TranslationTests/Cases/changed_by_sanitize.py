import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def drop_seen_entry(weights, name):
    weights.pop(name, None)


class ChangedBySanitizeHolder(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.kept = [config.hidden_size]
        self.other = [2]

    def total(self, values):
        values.append(3)
        return sum(values) + sum(self.kept)

    def widen(self):
        return self.total(self.kept)


class ChangedBySanitize(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.holder = ChangedBySanitizeHolder(config)
        self.factor = self.holder.widen()

    def __call__(self, x):
        return x * self.factor

    def sanitize(self, weights):
        named = weights
        drop_seen_entry(weights, "a")
        drop_seen_entry(named, "b")
        copies = [weights]
        drop_seen_entry(copies[0], "c")
        drop_seen_entry({k: v for k, v in weights.items()}, "d")
        return weights
