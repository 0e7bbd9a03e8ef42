import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten, tree_unflatten

from .configuration import ModelConfig


class WeightTreeReplacedHead(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)

    def sanitize(self, weights):
        return {f"proj.{k}": v for k, v in weights.items() if "unused" not in k}


# call: block(mx.tanh(input_ids))
class WeightTreeReplaced(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.head = WeightTreeReplacedHead(config)

    def __call__(self, x):
        return self.head(x)

    def sanitize(self, weights):
        weights = tree_unflatten(list(weights.items()))
        head = dict(tree_flatten(weights["head"]))
        weights["head"] = self.head.sanitize(head)
        return dict(tree_flatten(weights))


# run: {}
# weights: {"head.bias": [4], "head.unused.a": [1], "head.weight": [4, 4]}
