import mlx.core as mx
import mlx.nn as nn
from .configuration import ModelConfig


class Routed(nn.Module):
    def __init__(self, options: dict):
        super().__init__()
        self.limit = options["limit"]
        self.experts = [nn.Linear(4, 4) for _ in range(3)]

    def __call__(self, x):
        x = mx.clip(x, a_min=-self.limit, a_max=self.limit)
        shape = x.shape
        x = x.reshape(-1, x.shape[-1])
        indices = mx.argsort(x[:, :3], axis=-1)[:, :2]
        if self.training:
            y = mx.zeros_like(x)
            for e, expert in enumerate(self.experts):
                y = y + expert(x)
        else:
            y = []
            for row, chosen in zip(x, indices.tolist()):
                parts = mx.stack([self.experts[e](row) for e in chosen], axis=-1)
                y.append(parts.sum(axis=-1))
            y = mx.stack(y, axis=0)
        return y.reshape(shape)


class ListedIndices(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.routed = Routed(config.rope_scaling)
        self.layers = [nn.Linear(4, 4) for _ in range(3)]

    def __call__(self, x):
        order = mx.argsort(mx.array([2, 0, 1]))
        for place in order.tolist():
            x = self.layers[place](x)
        return self.routed(x)

    def sanitize(self, weights):
        kept = {k: v for k, v in weights.items() if "packed" not in k}
        for k, v in weights.items():
            if "packed" in k:
                parts = [
                    (k.replace("packed", f"layers.{i}") + ".weight", part)
                    for i, part in enumerate(mx.split(v, 3, axis=0))
                ]
                if k.endswith("packed"):
                    parts = [(name, part.T) for name, part in parts]
                kept.update(parts)
        return kept


# run: {"rope_scaling": {"limit": 2}}
# run: {"rope_scaling": {"limit": 0.25}}
# input: [2, 3, 4]
