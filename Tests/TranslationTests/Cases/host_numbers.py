from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn


@dataclass
class HostNumbersConfig:
    model_type: str = "case"
    hidden_size: int = 4
    mark: int = 2


class HostNumbers(nn.Module):
    def __init__(self, config: HostNumbersConfig):
        super().__init__()
        self.mark = config.mark
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def segments(self, q: mx.array, k: mx.array, ends: mx.array) -> mx.array:
        splits = [mx.split(tensor, ends[:-1].tolist(), axis=1) for tensor in (q, k)]
        outputs = []
        for a, b in zip(*splits):
            outputs.append(a - b)
        return mx.concatenate(outputs, axis=1)

    def table(self, size: mx.array) -> mx.array:
        rows = mx.arange(size.tolist(), dtype=mx.float32)
        return rows / size

    def grid(self, sizes: mx.array) -> mx.array:
        height, width = sizes[0].item() // 1, sizes[1].item()
        rows = mx.broadcast_to(mx.arange(2).reshape(2, 1), (height, width))
        return rows

    def found(self) -> int:
        marks = [1, 2, 3, 2]
        count = sum(mark == self.mark for mark in marks)
        return count + marks.index(self.mark, 2)

    def __call__(self, x: mx.array) -> mx.array:
        h = self.segments(self.proj(x), x, mx.array([1, x.shape[1]]))
        table = self.table(mx.max(mx.array([2, x.shape[-1]])))
        return h * table * self.found() + self.grid(mx.array([2, 3])).sum()


# run: {}
# run: {"mark": 3}
# input: [2, 3, 4]
