import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RaisesInForward(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.size = config.hidden_size
        self.proj = nn.Linear(4, 4)

    def halves(self, x):
        assert x.ndim > 1
        if x.shape[-1] != self.size:
            raise ValueError(f"{x.shape[-1]} columns, not {self.size}")
        return x, x * 2

    def __call__(self, x):
        a, b = self.halves(x)
        if a.shape[0] == 1:
            raise NotImplementedError("one row")
        return self.proj(a + b)


# run: {"hidden_size": 4}
# fails: {"hidden_size": 6}
