from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class TryAnyConfig(BaseModelConfig):
    model_type: str = "case"
    hidden_size: int = 4
    size: int = 3
    factor: int = 2

    @classmethod
    def from_dict(cls, params):
        def first(v):
            if isinstance(v, (list, tuple)):
                if len(v) > 0:
                    try:
                        return int(v[0])
                    except Exception:
                        return v[0]
            try:
                return int(v)
            except:
                return v

        import inspect as _inspect

        p = dict(params)
        if "size" in p:
            p["size"] = first(p["size"])
        if "factor" in p:
            p["factor"] = first(p["factor"])
        return cls(**{k: v for k, v in p.items() if k in _inspect.signature(cls).parameters})


class TryAny(nn.Module):
    def __init__(self, config: TryAnyConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.size)
        self.factor = config.factor

    def __call__(self, x: mx.array) -> mx.array:
        return self.proj(x) * self.factor


# run: {}
# run: {"size": [5, 6], "factor": 2.75}
# run: {"size": "6", "factor": true}
# fails: {"size": "b"}
# fails: {"size": []}
# fails: {"size": ["5.5"]}
# input: [2, 3, 4]
