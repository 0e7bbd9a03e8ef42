import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids), input_ids)
class AttributeList(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.positions = []
        for i in range(4):
            if i % 2 == 0:
                self.positions.append(i)
        self.pattern = ["full", "sliding"] * 2
        if config.eps > 0.1:
            self._scale = mx.erfinv(config.eps)

    def __call__(self, x, ids=None):
        mask = ids < 3
        for position in self.positions:
            if self.pattern[position].endswith(("l", "g")):
                x = x + position
        return mx.where(mask, x, 0.0)
