from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class SpelledPartConfig(BaseModelConfig):
    width: int = 4
    scale: float = 2.0


@dataclass
class SpelledConfig(BaseModelConfig):
    part_config: SpelledPartConfig
    model_type: str = "case"
    hidden_size: int = 4

    @classmethod
    def from_dict(cls, params):
        params = dict(params)
        params["part_config"] = SpelledPartConfig.from_dict(params.get("part_config", {}))
        return super().from_dict(params)


class SpelledPart(nn.Module):
    def __init__(self, args: SpelledPartConfig, config: SpelledConfig):
        super().__init__()
        self.args = args
        self.config = config
        self.n_heads = args.width
        self.num_heads = args.width // 2
        self.up = nn.Linear(config.hidden_size, args.width)

    def __call__(self, x: mx.array) -> mx.array:
        x = self.up(x).reshape(x.shape[0], -1, self.num_heads, self.n_heads // self.num_heads)
        return x * self.args.scale + self.config.hidden_size


class AttributesOfOneSpelling(nn.Module):
    def __init__(self, config: SpelledConfig):
        super().__init__()
        self.part = SpelledPart(config.part_config, config)

    def __call__(self, x: mx.array) -> mx.array:
        return self.part(x) * self.part.args.width


# run: {}
# run: {"part_config": {"width": 8, "scale": 0.5}}
# input: [2, 3, 4]
