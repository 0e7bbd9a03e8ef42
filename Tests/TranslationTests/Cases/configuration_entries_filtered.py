import inspect
from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from ..base import BaseModelConfig


@dataclass
class FilteredTextConfig(BaseModelConfig):
    hidden_size: int
    width: int = 3


@dataclass
class FilteredConfig(BaseModelConfig):
    text_config: FilteredTextConfig
    model_type: str

    @classmethod
    def from_dict(cls, params):
        excluded_keys = {"vision_config"}
        params["text_config"] = dict(
            filter(lambda x: x[0] not in excluded_keys, params.items())
        )

        return cls(
            **{
                k: v
                for k, v in params.items()
                if k in inspect.signature(cls).parameters
            }
        )


class ConfigurationEntriesFiltered(nn.Module):
    def __init__(self, config: FilteredConfig):
        super().__init__()
        # The loader decodes the part from the dictionary that `from_dict` has made.
        self.proj = nn.Linear(config.text_config.hidden_size, config.text_config.width)

    def __call__(self, x: mx.array) -> mx.array:
        return self.proj(x)


# not run: the package's loader decodes the part once more
