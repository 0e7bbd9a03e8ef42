import mlx.nn as nn
from .configuration import ModelConfig


class ReplacedLayer(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.head = nn.Linear(4, 4) if config.use_bias else None

    def project(self, x):
        if not isinstance(self.proj, nn.Linear):
            return self.proj(x)
        return x @ self.proj.weight.T

    def __call__(self, x):
        x = self.project(x)
        if isinstance(self.head, nn.Linear) and x.shape[-1] == 4:
            x = x @ self.head.weight
        return x
