import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class KeywordsWithoutNone(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def shifted(self, x, shift=None):
        return self.proj(x) if shift is None else self.proj(x) + shift

    def passed(self, x, **kwargs):
        kwargs = {k: v for k, v in kwargs.items() if v is not None}
        return self.shifted(x, **kwargs)

    def read(self, x, **kwargs):
        factor = kwargs.get("factor", None) if kwargs else None
        return x if factor is None else x * factor

    def checked(self, x, factor=None, **options):
        if factor is not None and len(options) > 0:
            raise ValueError(f"{factor} and {options}")
        return x if factor is None else x * factor

    def __call__(self, x):
        y = self.passed(x) + self.passed(x, shift=x)
        y = y + self.checked(x) + self.checked(x, factor=0.5)
        return y + self.read(x) + self.read(x, factor=3.0)
