import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class ConvertedRows(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def sizes(self, grid):
        rows = grid.tolist() if hasattr(grid, "tolist") else grid
        return [(int(row[0]), int(row[1])) for row in rows]

    def areas(self, grid):
        return [int(t) * int(h) * int(w) for t, h, w in grid.tolist()]

    def counts(self, grid):
        total = 0
        for size in grid.tolist():
            height, width = int(size[0]), int(size[1])
            total += height * width
        return total

    def __call__(self, x):
        grid = mx.abs(x.reshape(-1, 4)) * 10 + 1.5
        height, width = self.sizes(grid)[0]
        lengths = [int(length) for length in grid.sum(axis=1).tolist()]
        areas = self.areas(grid[:, :3])
        whole = grid.astype(mx.int32)
        offset = whole[0].tolist()[1] + (whole[1:] - whole[:-1]).sum().item()
        return self.proj(x) * height * width + self.counts(grid) + lengths[0] + areas[0] + offset
