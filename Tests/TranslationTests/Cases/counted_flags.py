import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class CountedFlags(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.flags = [int((i + 1) % 2 != 0) for i in range(config.num_layers)]
        self.width = 256 * round(int(8 * config.hidden_size / 3) / 256)
        self.levels = 2 ** config.num_layers
        count = config.hidden_size
        count //= 2
        self.count = count
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x) * len(self.flags) + self.width + self.levels + self.count


# run: {"num_layers": 5}
# run: {"num_layers": 0}
