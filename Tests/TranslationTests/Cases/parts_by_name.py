import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class PartsByName(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.embedding = nn.Embedding(4, 4)
        self.head = nn.Linear(4, 4)
        if config.use_bias:
            self.norm = nn.RMSNorm(4)

    def __call__(self, x):
        if "norm" in self:
            x = self.norm(x)
        if "head" not in self:
            return self.embedding.as_linear(x)
        return self.head(x)

    def sanitize(self, weights):
        if "head.weight" not in weights:
            self.pop("head")
        return weights


# run: {}
# run: {"use_bias": true}
# weights: {"head.weight": [4, 4]}
