import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Guards(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.window = config.window
        self.factor = config.factor
        self.head = None
        if not config.tied:
            self.head = nn.Linear(4, 4)

    def weighted(self, x, left=None, right=None):
        if left is None or right is None:
            return x
        return x * left + right

    def averaged(self, x, mask=None):
        if mask is None:
            return x, x
        kept = x * mask
        return kept, kept * mask

    def __call__(self, x):
        x = self.weighted(x)
        x = self.weighted(x, left=x)
        x = self.weighted(x, left=x, right=x)
        first, second = self.averaged(x)
        third, fourth = self.averaged(x, mask=second)
        x = first + second + third + fourth
        if self.factor is None:
            return x
        x = x * self.factor
        if self.head is None:
            return x
        return self.head(x)


# run: {}
# run: {"factor": null}
# run: {"tied": false}
