from dataclasses import dataclass
from typing import Any, List, Optional

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class ReplacedLayersConfig(BaseModelConfig):
    model_type: str = "replaced_layers"
    num_layers: int = 3
    pattern: Optional[Any] = None
    kinds: Optional[List[str]] = None

    def __post_init__(self):
        if self.kinds is None:
            if self.pattern is not None:
                given = self.pattern
                if isinstance(given, str):
                    self.kinds = [{"F": "full", "S": "shared"}[c] for c in given]
                else:
                    self.kinds = list(given)
            else:
                self.kinds = ["full"] * self.num_layers


class PlainBase(nn.Module):
    def __init__(self):
        super().__init__()
        self.proj = nn.Linear(4, 4)

    def __call__(self, x):
        return self.proj(x)


class ScaledLayer(nn.Module):
    def __init__(self, config: ReplacedLayersConfig, index: int):
        super().__init__()
        self.proj = nn.Linear(4, 4)
        self.scale = 1.0 if config.kinds[index] == "full" else 0.5

    def __call__(self, x, before=None):
        y = self.proj(x) * self.scale
        return (y if before is None else y + before), x


class LayerStack(nn.Module):
    def __init__(self, config: ReplacedLayersConfig):
        super().__init__()
        self.layers = [PlainBase() for _ in range(config.num_layers)]
        self.count = len(self.layers)


class OtherRule(nn.Module):
    @property
    def cast_predicate(self):
        def predicate(k):
            return "scale" not in k

        return predicate


class ReplacedLayers(LayerStack, nn.Module):
    def __init__(self, config: ReplacedLayersConfig):
        super().__init__(config)
        self.layers = [ScaledLayer(config, i) for i in range(config.num_layers)]

    def __call__(self, x):
        before = None
        for i in range(self.count):
            x, before = self.layers[i](x, before)
        return x

    @property
    def cast_predicate(self):
        return OtherRule.cast_predicate(self)


# run: {}
# run: {"pattern": "FSF"}
# run: {"pattern": ["full", "shared", "shared"]}
