from typing import Optional

import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


class TestsCompared(nn.Module):
    def __init__(self, size: int):
        super().__init__()
        self.proj = nn.Linear(size, size)

    def __call__(self, x: Optional[mx.array] = None, embedded: Optional[mx.array] = None):
        if (x is None) == (embedded is None):
            raise ValueError("exactly one of both")
        if (x is None) != (self.proj is None):
            return embedded
        return self.proj(x)


class ComparisonOfTests(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.part = TestsCompared(4)

    def __call__(self, x):
        y = self.part(x)
        return self.part(embedded=y) + x
