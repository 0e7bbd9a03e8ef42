from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Union

import mlx.nn as nn


@dataclass
class ModelConfig:
    model_type: str
    hidden_size: int
    num_layers: int = 2
    scale: float = 10000
    eps: float = 1e-5
    offset: int = -1
    large: int = 1048576
    use_bias: bool = False
    tied: bool = True
    activation: str = "silu"
    window: Optional[int] = None
    factor: Optional[float] = 0.5
    label: Optional[str] = None
    labels: List[str] = None
    head_dim: Optional[int] = None
    rope_scaling: Optional[Dict[str, Union[float, str]]] = None


class Projection(nn.Module):
    def __init__(self, config: ModelConfig):
        super().__init__()
        self.proj = nn.Linear(config.hidden_size, config.hidden_size, bias=config.use_bias)

    def __call__(self, x):
        return self.proj(x)
