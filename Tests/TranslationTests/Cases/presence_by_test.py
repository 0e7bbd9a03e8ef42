import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class PresenceByTest(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.config = config
        self.window = config.window
        self.use_norm = config.use_bias
        if self.window is None:
            self.full = nn.Linear(4, 4)
        else:
            self.down = nn.Linear(4, config.window)
            self.up = nn.Linear(config.window, 4)
        if config.use_bias:
            self.norm = nn.RMSNorm(4)
            if config.head_dim is not None:
                self.gate = nn.Linear(4, 4)
        if config.num_layers > 2:
            self.last = nn.Linear(4, 4)
        if not config.tied:
            self.head = nn.Linear(4, 4)

    def __call__(self, x):
        if self.window is None:
            y = self.full(x)
        else:
            y = self.up(self.down(x))
        if self.use_norm and self.config.head_dim is not None:
            y = self.norm(y) * self.gate(y)
        elif self.use_norm:
            y = self.norm(y)
        z = y if self.config.tied else self.head(y)
        if self.config.num_layers > 2 and z.ndim == 3:
            z = self.last(z)
        return self.norm(z) if self.use_norm else z


# run: {}
# run: {"window": 3, "use_bias": true}
# run: {"use_bias": true, "head_dim": 2, "tied": false}
# run: {"num_layers": 3, "tied": false}
