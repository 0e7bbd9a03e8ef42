import mlx.nn as nn

from .configuration import ModelConfig


class RetypedInBranches(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(2)]
        order = list(range(len(self.layers)))
        self.order = order
        for i in range(1):
            self.order[i] = 1

    def shared(self, x, extra=None):
        if extra is not None:
            extra = extra + 1
        if extra is not None:
            extra = [extra[..., i] for i, _ in enumerate(self.layers)]
        else:
            extra = [None] * len(self.layers)
        for position, part in zip(self.order, extra):
            x = self.layers[position](x)
            if part is not None:
                x = x + part[..., None]
        return x

    def __call__(self, x):
        return self.shared(x, x) + self.shared(x)
