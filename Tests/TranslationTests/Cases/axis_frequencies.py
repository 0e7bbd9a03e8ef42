import mlx.core as mx
import mlx.nn as nn
from ..rope_utils import compute_mrope_frequencies, mrope_position_selector
from .configuration import ModelConfig


class AxisFrequencies(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.section = [2, 1, 1]
        self._frequencies = 1.0 / (100.0 ** (mx.arange(0, 8, 2) / 8))
        self._selector = mrope_position_selector("split_select", self.section, 4)

    def __call__(self, x):
        positions = mx.arange(6).reshape(1, -1)
        plain = compute_mrope_frequencies(positions, self._frequencies, self.section)
        axes = mx.stack([positions, positions * 2, positions + 3])
        turns = compute_mrope_frequencies(axes, self._frequencies, self.section)
        parts = compute_mrope_frequencies(
            axes,
            self._frequencies,
            self.section,
            style="split_select",
            position_selector=self._selector,
        )
        whole = compute_mrope_frequencies(
            axes, self._frequencies, self.section, style="sectioned_half_split"
        )
        return x + mx.cos(plain + turns * parts).sum() + whole.sum()


# input: [2, 4]
