from dataclasses import dataclass
from typing import Any, Dict, Optional

import mlx.nn as nn


def renamed(options):
    if not isinstance(options, dict):
        return options

    def rename(key):
        return f"inner.{key}" if key.startswith("layers") else key

    return {rename(k): v for k, v in options.items()}


@dataclass
class RenamingConfig:
    model_type: str
    hidden_size: int
    options: Optional[Dict] = None
    rope_scaling: Any = None
    extra: Any = None

    def __post_init__(self):
        options = self.options
        self.options = renamed(options)


class JsonRenaming(nn.Module):
    def __init__(self, config: RenamingConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size)

    def __call__(self, x):
        return self.proj(x)
