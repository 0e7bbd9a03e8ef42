import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class LabelledChain(nn.Module):
    def add(self, name, module):
        setattr(self, name, module)

    def __call__(self, x):
        return x


class AttributeOfOtherName(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.chain = LabelledChain()
        self.chain.add(config.activation, nn.Linear(4, 4))

    def __call__(self, x):
        return self.chain(x)
