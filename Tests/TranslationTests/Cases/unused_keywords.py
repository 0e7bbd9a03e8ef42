import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), None)
class Inner(nn.Module):
    def __init__(self, config: ModelConfig, doubled: bool = False):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        if doubled:
            self.again = nn.Linear(4, 4)

    def __call__(self, x, sink: list | None = None, only: list[int] | None = None):
        kept = set(only) if only else set()
        y = self.proj(x)
        if sink is not None and 0 in kept:
            sink.append(y)
        return y


class UnusedKeywords(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.inner = Inner(config)

    def __call__(self, x, verify, scale: float = 2.0, exact: bool = False):
        if exact:
            return undefined_function(x)
        if verify is not None:
            return undefined_function(x)
        sink: list[mx.array] | None = [] if verify else None
        return self.inner(x, sink=sink) * scale
