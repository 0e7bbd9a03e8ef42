import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ItemKinds(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.mark = config.hidden_size

    def __call__(self, x):
        places = x[0] == self.mark
        count = places.sum().item()
        parts = []
        for index in range(x.shape[1]):
            if places[index].item():
                parts.append(x[:, index] * count)
            else:
                parts.append(x[:, index])
        if mx.sum(x).item() == 0:
            return mx.stack(parts, axis=1) + 1
        if mx.any(x > 90).item():
            return mx.stack(parts, axis=1) - x.astype(mx.int32).max().item()
        return mx.stack(parts, axis=1)


# run: {"hidden_size": 1}
# run: {"hidden_size": 97}
# call: block(input_ids)
# input: [2, 5]
