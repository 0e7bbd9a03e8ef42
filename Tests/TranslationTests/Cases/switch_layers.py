from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from ..switch_layers import SwitchGLU, SwitchLinear


@dataclass
class SwitchLayersConfig:
    model_type: str = "case"
    hidden_size: int = 4
    experts: int = 3
    is_packed: bool = False


class PackedExperts(nn.Module):
    def __init__(self, dims: int, hidden_dims: int, count: int):
        super().__init__()
        self.gate_up_proj = SwitchLinear(dims, 2 * hidden_dims, count, bias=False)
        self.down_proj = SwitchLinear(hidden_dims, dims, count, bias=False)

    def __call__(self, x: mx.array, indices: mx.array) -> mx.array:
        x = mx.expand_dims(x, (-2, -3))
        gate, up = mx.split(self.gate_up_proj(x, indices), 2, axis=-1)
        return self.down_proj(nn.silu(gate) * up, indices).squeeze(-2)


class SwitchLayers(nn.Module):
    def __init__(self, config: SwitchLayersConfig):
        super().__init__()
        self.gate = nn.Linear(config.hidden_size, config.experts, bias=False)
        if config.is_packed:
            self.experts = PackedExperts(config.hidden_size, 6, config.experts)
        else:
            self.experts = SwitchGLU(config.hidden_size, 6, config.experts)

    def __call__(self, x: mx.array) -> mx.array:
        gates = mx.softmax(self.gate(x), axis=-1)
        indices = mx.argsort(-gates, axis=-1)[..., :2]
        scores = mx.take_along_axis(gates, indices, axis=-1)
        return (self.experts(x, indices) * scores[..., None]).sum(axis=-2)


# run: {}
# run: {"is_packed": true}
# input: [2, 3, 4]
