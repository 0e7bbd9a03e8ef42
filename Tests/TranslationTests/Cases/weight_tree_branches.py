import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_flatten, tree_unflatten

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class WeightTreeBranches(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()

    def __call__(self, x):
        return x

    def sanitize(self, weights):
        weights = tree_unflatten(list(weights.items()))
        if language_model := weights.get("model", {}).get("language_model"):
            head = weights["lm_head"]
        else:
            language_model = weights["language_model"]["model"]
            head = weights["language_model"]["lm_head"]
        if tower := weights.get("tower"):
            weights["vision"] = tower
        weights = {"language_model": {"model": language_model, "lm_head": head}}
        return dict(tree_flatten(weights))


# weights: {"lm_head.weight": [2], "model.language_model.a": [1], "tower.b": [3]}
