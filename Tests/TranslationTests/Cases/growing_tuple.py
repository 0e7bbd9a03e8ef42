import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class States(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.layers = [nn.Linear(4, 4) for _ in range(config.num_layers)]

    def __call__(self, x, output_states=None):
        states = (x,) if output_states else None
        for layer in self.layers:
            x = layer(x)
            if output_states:
                states = states + (x,)
        return x, states


class GrowingTuple(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.states = States(config)

    def __call__(self, x):
        result = self.states(x, output_states=True)
        last, *_ = self.states(x, output_states=True)
        *_, states = self.states(x, output_states=True)
        return result[-1][-1] + result[-2] + last + states[1]


# input: [2, 4]
