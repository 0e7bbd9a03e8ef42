# Gated feed-forward network: SwiGLU.
import mlx.core as mx
import mlx.nn as nn
from pattern.models.activations import swiglu


class Parameters:
    protocol = "MLPConfiguration"
    property = "mlp"
    swift = "MLPParameters(dimensions: {dimensions}, hiddenDimensions: {hidden_dimensions}[[, bias: {bias}]])"

    dimensions: int
    hidden_dimensions: int
    bias: bool = False


class StandardMLP(nn.Module):
    def __init__(self, p: Parameters):
        self.gate_proj = nn.Linear(p.dimensions, p.hidden_dimensions, bias=p.bias)
        self.down_proj = nn.Linear(p.hidden_dimensions, p.dimensions, bias=p.bias)
        self.up_proj = nn.Linear(p.dimensions, p.hidden_dimensions, bias=p.bias)

    def __call__(self, x: mx.array):
        return self.down_proj(swiglu(self.gate_proj(x), self.up_proj(x)))
