import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class InnerLists(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.side = config.hidden_size
        self.table = nn.Embedding(config.hidden_size, config.hidden_size)

    def weighted(self, sizes: mx.array) -> mx.array:
        index_lists = [[] for _ in range(2)]
        weight_lists = [[] for _ in range(2)]
        for height, width in sizes.tolist():
            rows = mx.linspace(0, self.side - 1, height)
            floors = rows.astype(mx.int32)
            ceilings = mx.minimum(floors + 1, self.side - 1)
            part = rows - floors.astype(mx.float32)
            columns = mx.arange(width) + 1
            indices = [
                mx.repeat(floors, width),
                mx.repeat(ceilings, width),
            ]
            weights = [
                ((1 - part)[:, None] * columns[None, :]).flatten(),
                (part[:, None] / columns[None, :]).flatten(),
            ]
            for i in range(2):
                index_lists[i].extend(indices[i].tolist())
                weight_lists[i].extend(weights[i].tolist())
        rows = self.table(mx.array(index_lists, dtype=mx.int32))
        weights = mx.array(weight_lists, dtype=rows.dtype)
        return (rows * weights[:, :, None]).sum(axis=0)

    def marked(self, x: mx.array) -> mx.array:
        truths = (x > 0).flatten().tolist()
        places = [i for i, truth in enumerate(truths) if truth]
        return mx.array(places, dtype=mx.int32).sum()

    def __call__(self, x):
        return self.weighted(mx.array([[2, 3], [3, 1]])).sum() + x + self.marked(x)


# input: [2, 4]
