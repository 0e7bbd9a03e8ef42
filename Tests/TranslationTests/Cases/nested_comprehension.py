import mlx.core as mx
import mlx.nn as nn

from .configuration import ModelConfig


# call: block(mx.tanh(input_ids))
class NestedComprehension(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.indices = [i * j for i in range(3) for j in range(i) if j > 0]
        self.layers = {int(i) for i in " 1, 2 ".strip().split(",")}
        self.scale = float(len(self.indices) + len(self.layers))

    def __call__(self, x):
        return x * self.scale

    def sanitize(self, weights):
        renames = [(".gate.", ".router."), (".up.", ".proj.")]
        isPlain = any(old in k and new not in k for k in weights for old, new in renames)
        if isPlain and all(k.isdigit() for k in weights if "." not in k):
            return {}
        return weights


# weights: {"a.gate.weight": [2], "12": [1]}
