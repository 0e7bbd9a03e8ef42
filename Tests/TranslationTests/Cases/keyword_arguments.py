import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class KeywordArguments(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(output_dims=config.hidden_size, input_dims=4, bias=False)
        self.norm = nn.RMSNorm(eps=config.eps, dims=config.hidden_size)
        self.layer_norm = nn.LayerNorm(config.hidden_size)

    def __call__(self, x):
        x = self.layer_norm(self.norm(x))
        return mx.softmax(self.proj(x), axis=-1, precise=True)
