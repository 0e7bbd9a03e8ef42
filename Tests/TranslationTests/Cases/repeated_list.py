import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RepeatedList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.kinds = config.labels or ["sliding", "full"] * (config.num_layers // 2)
        self.first = self.kinds.index("full")

    def __call__(self, x):
        return x + self.first if self.kinds[0] == "full" else x


# run: {}
# run: {"num_layers": 5}
# fails: {"num_layers": -3}
# fails: {"labels": ["a"]}
