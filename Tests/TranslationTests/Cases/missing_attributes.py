import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class MissingAttributes(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.proj = nn.Linear(4, 4)
        if config.label is None:
            self.scale = mx.ones((4,))
        elif config.label == "table":
            sizes = config.candidate_sizes
            self.table = mx.zeros((len(sizes), 4))
        else:
            raise ValueError(f"{config.label} is no label")

    def tabled(self, x):
        if self.config.label == "table":
            return x + self.table[0]
        return x

    def resized(self, x):
        return x.unsqueeze(0)

    def __call__(self, x):
        kind = self.config.activation
        if kind == "module":
            x = self.resized(self.projection(x))
        elif kind == "array":
            if x.device.type == "cpu":
                x = x.to(mx.float32)
        elif kind == "number":
            x = x.reshape(x.size(0), -1)
        elif kind != "silu":
            raise ValueError(f"{kind} is none of {self.kinds}")
        return self.proj(self.tabled(x)) * self.scale


# run: {}
# fails: {"label": "table"}
# fails: {"label": "chair"}
# fails: {"activation": "module"}
# fails: {"activation": "array"}
# fails: {"activation": "number"}
# fails: {"activation": "relu"}
