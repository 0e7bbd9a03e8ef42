import mlx.nn as nn

from .configuration import ModelConfig


class ScalingPart(nn.Module):
    def __init__(self, factor: float):
        super().__init__()
        self.factor = factor

    def __call__(self, x):
        return x

    def scaled(self, x, times: int = 1):
        return x * self.factor * times


class ShiftingPart(nn.Module):
    def __init__(self, factor: float):
        super().__init__()
        self.factor = factor

    def __call__(self, x):
        return x + self.factor


class MethodOfOtherClass(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.first = ScalingPart(0.5)
        self.second = ShiftingPart(3)

    def __call__(self, x):
        x = self.second(self.first(self.first.scaled(x)))
        return ScalingPart.scaled(self.second, x, times=2)
