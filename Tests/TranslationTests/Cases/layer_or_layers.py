import mlx.nn as nn

from .configuration import ModelConfig


class LayerOrLayers(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.tied = config.tied
        if config.tied:
            layers = nn.Linear(4, 4)
        else:
            layers = [nn.Linear(4, 4)]
            layers.append(nn.Linear(4, 4))
        self.layers = layers

    def __call__(self, x):
        if self.tied:
            x = self.layers(x)
        else:
            for layer in self.layers:
                x = layer(x)
        return x
