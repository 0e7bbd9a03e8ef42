import mlx.core as mx
import mlx.nn as nn
import numpy as np
from .configuration import ModelConfig


class HostArrays(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.count = config.hidden_size
        self.positions = nn.Embedding(self.count, self.count)

    def __call__(self, x):
        ids = mx.array(np.arange(self.count)[None, :])
        x = x + self.positions(ids)[0, : x.shape[-1]]
        flat = mx.flatten(x)
        places = mx.array(np.where(flat > 0)[0], mx.uint32)
        flat[places] = mx.zeros((places.shape[0],))
        x = mx.reshape(flat, x.shape)
        rows = np.where(x.sum(axis=-1) <= 0)[0].tolist()
        columns = np.where(x < 0)[1]
        return x[rows, ...].sum() + mx.array(columns).sum() + x


# input: [4, 4]
