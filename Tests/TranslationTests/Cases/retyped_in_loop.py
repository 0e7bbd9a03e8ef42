import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class RetypedInLoop(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.size = config.hidden_size
        self.step = config.num_layers

    def __call__(self, x):
        blocks = []
        for row in range(0, x.shape[0] - 1, self.step):
            for column in range(x.shape[1] - 1, 0, -1):
                block = []
                for offset in range(self.size):
                    block.append(x[row, column - 1] * offset)
                block = mx.stack(block, axis=0)
                block = mx.transpose(block)
                blocks.append(block)
        return mx.stack(blocks, axis=-1)


# run: {"hidden_size": 3}
# run: {"hidden_size": 2, "num_layers": 1}
# fails: {"hidden_size": 2, "num_layers": 0}
# input: [4, 3]
