import mlx.core as mx
import mlx.nn as nn
from mlx_lm.models.pipeline import PipelineMixin

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class OneProcess(PipelineMixin, nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(2)]

    def __call__(self, x):
        pipeline_rank = self.pipeline_rank
        pipeline_size = self.pipeline_size
        if pipeline_rank < pipeline_size - 1:
            x = mx.distributed.recv_like(x, pipeline_rank + 1)
        for layer in self.pipeline_layers:
            x = layer(x)
        if pipeline_rank != 0:
            x = mx.distributed.send(x, (pipeline_rank - 1) % pipeline_size)
        return x
