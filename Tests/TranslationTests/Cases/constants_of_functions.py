import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig

SHIFTS = (0.5, -1.5)
ACTIVATIONS = {
    "silu": nn.silu,
    "relu": nn.relu,
    "gelu": nn.gelu_approx,
}


class ConstantsOfFunctions(nn.Module):
    lengths = {"small": 2, "large": 4}

    def __init__(self, config: ModelConfig):
        super().__init__()
        self.activation = config.activation
        if self.activation not in ACTIVATIONS:
            raise ValueError(f"Unknown activation {config.activation}")
        self.size = self.lengths["large"] + config.hidden_size

    def __call__(self, x):
        act = ACTIVATIONS[self.activation]
        for shift in SHIFTS:
            x = act(x) + shift
        return x * self.size


# run: {}
# run: {"activation": "gelu"}
# run: {"activation": "relu"}
# fails: {"activation": "x"}
