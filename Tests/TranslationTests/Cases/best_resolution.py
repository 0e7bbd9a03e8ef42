from dataclasses import dataclass, field
from typing import List

import mlx.core as mx
import mlx.nn as nn


@dataclass
class ResolutionConfig:
    model_type: str
    hidden_size: int
    ratio: str = "anyres_max_9"
    pinpoints: List[List[int]] = field(default_factory=lambda: [[4, 2], [2, 4], [4, 4]])


def grid_shape(size, pinpoints, patch):
    from transformers.image_processing_utils import select_best_resolution

    if not isinstance(size, (list, tuple)):
        size = size.tolist()
    height, width = select_best_resolution(size, pinpoints)
    return height // patch, width // patch


class BestResolution(nn.Module):
    def __init__(self, config: ResolutionConfig):
        super().__init__()
        self.config = config

    @property
    def most(self) -> int:
        return int(self.config.ratio.strip("anyres_max_"))

    def tiles(self, x, sizes: mx.array):
        for size in sizes.tolist():
            rows, columns = grid_shape(size, self.config.pinpoints, 2)
            x = x * rows + columns
        return x

    def __call__(self, x):
        return self.tiles(x, mx.array([[7, 3], [3, 7], [100, 90]])) + self.most


# run: {}
# run: {"pinpoints": [[2, 2], [6, 2]], "ratio": "12"}
# input: [2, 4]
