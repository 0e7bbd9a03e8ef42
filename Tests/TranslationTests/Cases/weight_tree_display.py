import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten, tree_unflatten

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class WeightTreeDisplay(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()

    def __call__(self, x):
        return x

    def sanitize(self, weights):
        weights = tree_unflatten(list(weights.items()))
        weights = dict(
            tree_flatten(
                {
                    "language_model": {
                        "model": weights["text"]["model"],
                        "lm_head": weights["text"]["lm_head"],
                    }
                }
            )
        )
        return weights


# weights: {"vision_tower.a": [2], "text.lm_head.w": [3], "text.model.a.b": [2]}
