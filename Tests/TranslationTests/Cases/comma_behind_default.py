from dataclasses import dataclass

import mlx.nn as nn


@dataclass
class CommaConfig:
    model_type: str
    hidden_size: int
    activation: str = ("silu",)
    pad_token_id: int = (0,)
    head_dim: int = (128,)
    use_bias: bool = (False,)


class CommaBehindDefault(nn.Module):
    def __init__(self, config: CommaConfig):
        super().__init__()
        self.scale = config.head_dim**-0.5
        self.proj = nn.Linear(config.hidden_size, config.head_dim, bias=config.use_bias)

    def __call__(self, x):
        return self.proj(x) * self.scale


# run: {"hidden_size": 4, "head_dim": 8, "use_bias": true}
# fails: {"hidden_size": 4, "use_bias": true}
# input: [2, 3, 4]
