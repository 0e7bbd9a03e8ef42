import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class DictionaryOrder(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def sanitize(self, weights):
        names = {"w1": "gate_proj", "w2": "down_proj"}
        for old, new in names.items():
            key = f"mlp.{old}.weight"
            if key in weights:
                weights[f"mlp.{new}.weight"] = weights.pop(key)
        return weights

    def __call__(self, x):
        return self.proj(x)


# weights: {"mlp.w2.weight": [2], "x": [1], "mlp.w1.weight": [3]}
