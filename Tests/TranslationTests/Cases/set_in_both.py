import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class SetInBoth(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.count = config.num_layers
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        for i in range(self.count):
            if f"{i}.old" in weights:
                key = f"{i}.old"
                if weights[key].ndim > 1:
                    weights[f"{key}.weight"] = weights.pop(key)
            key = f"{i}.new"
            if key in weights:
                weights[f"{key}.weight"] = weights.pop(key)
        return weights


# run: {"num_layers": 3}
# weights: {"0.old": [2, 2], "1.old": [2], "1.new": [3], "2.new": [1]}
