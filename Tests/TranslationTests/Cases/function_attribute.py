import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


def parameters(config=None, **options):
    if config is not None and len(options) > 0:
        raise ValueError("either a configuration or options")
    if len(options) > 0:
        base = options["base"]
        size = options["size"]
    elif config is not None:
        base = config.scale
        size = config.hidden_size
    return 1.0 / (base ** (mx.arange(0, size, 2, dtype=mx.float32) / size)), 0.5


class FunctionAttribute(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.make = parameters
        frequencies, self.scaling = self.make(config)
        self._frequencies = mx.array(frequencies, dtype=mx.float32)

    def __call__(self, x):
        return x[..., :2] * self._frequencies * self.scaling


# input: [2, 4]
