# Gated feed-forward network: GEGLU, of which a layer may keep the largest gates only.
import math
from functools import partial

import mlx.core as mx
import mlx.nn as nn


class Parameters:
    protocol = "SparseMLPConfiguration"
    property = "sparseMLP"
    layer = "layer_idx"
    swift = "SparseMLPParameters(dimensions: {dimensions}, hiddenDimensions: {hidden_dimensions}[[, sparsities: {sparsities}]])"

    dimensions: int
    hidden_dimensions: int
    sparsities: list[float] = None


@partial(mx.compile, shapeless=True)
def gelu_top_k(inputs: mx.array, std_multiplier: mx.array):
    mean = mx.mean(inputs, axis=-1, keepdims=True)
    deviation = mx.std(inputs, axis=-1, keepdims=True)
    cutoff = mean + deviation * std_multiplier.astype(deviation.dtype)
    return nn.gelu_approx(mx.maximum(0, inputs - cutoff))


class SparseMLP(nn.Module):
    def __init__(self, p: Parameters, layer_idx: int = 0):
        self.gate_proj = nn.Linear(p.dimensions, p.hidden_dimensions, bias=False)
        self.up_proj = nn.Linear(p.dimensions, p.hidden_dimensions, bias=False)
        self.down_proj = nn.Linear(p.hidden_dimensions, p.dimensions, bias=False)
        if p.sparsities is not None:
            self.sparsity = p.sparsities[layer_idx]
        else:
            self.sparsity = 0.0
        if self.sparsity > 0:
            self._std_multiplier = math.sqrt(2.0) * mx.erfinv(2 * self.sparsity - 1)

    def __call__(self, x: mx.array):
        gate = self.gate_proj(x)
        if self.sparsity > 0:
            activations = gelu_top_k(gate, self._std_multiplier)
        else:
            activations = nn.gelu_approx(gate)
        up = self.up_proj(x)
        down = self.down_proj(activations * up)
        return down
