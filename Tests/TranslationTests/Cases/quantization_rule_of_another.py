import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Base(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    @property
    def quant_predicate(self):
        return lambda path, _: (
            {"group_size": 32, "bits": 8, "mode": "mxfp8"} if path.endswith("gate") else True
        )

    @property
    def cast_predicate(self):
        def predicate(key):
            return "expert_bias" not in key

        return predicate


class RuleOfAnother(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    @property
    def quant_predicate(self):
        return Base.quant_predicate.fget(self)

    @property
    def cast_predicate(self):
        return Base.cast_predicate.fget(self)


# paths: ["gate", "up", "expert_bias"]
