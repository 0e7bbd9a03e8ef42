import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ForElse(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layer = config.num_layers
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        for i in range(3):
            if i == self.layer:
                x = x * 2
                break
        else:
            x = x + 1
        # Nothing breaks this one off.
        for i in range(2):
            x = x - i
        else:
            x = x * 3
        return self.proj(x)

    def sanitize(self, weights):
        renames = (("model.head.", "proj."), ("model.", ""))
        renamed = {}
        for key, value in weights.items():
            for prefix, replacement in renames:
                if key.startswith(prefix):
                    key = replacement + key[len(prefix) :]
                    break
            else:
                key = "unknown." + key
            renamed[key] = value
        return renamed


# run: {}
# run: {"num_layers": 5}
# weights: {"model.head.weight": [2, 3], "model.norm.weight": [3], "other": [2]}
