from dataclasses import dataclass
from typing import Optional

import mlx.core as mx
import mlx.nn as nn
from mlx_lm.models.rope_utils import initialize_rope


@dataclass
class AnnotatedConfig:
    model_type: str
    rope_theta: float = 10000.0
    rope_scaling: Optional[float] = None


class AnnotatedNumber(nn.Module):
    def __init__(self, config: AnnotatedConfig):
        super().__init__()
        self.rope = initialize_rope(4, config.rope_theta, False, config.rope_scaling)

    def __call__(self, x):
        return self.rope(x)


# run: {}
# run: {"rope_scaling": {"type": "linear", "factor": 2.0}}
# input: [2, 3, 4]
