import mlx.core as mx
import mlx.nn as nn
import numpy as np
from .configuration import ModelConfig


class HostBroadcast(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.newline = mx.ones((4,))

    def __call__(self, x):
        newline = np.array(self.newline)[None, :]
        newline = np.broadcast_to(newline, x.shape)
        return mx.concatenate([x, mx.array(newline)], axis=0)
