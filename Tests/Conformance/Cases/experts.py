import mlx.core as mx
import mlx.nn as nn

from ..switch_layers import (
    EXPERT_WEIGHT_SUFFIXES,
    GLOBAL_SCALE_SUFFIXES,
    QuantizedSwitchLinear,
    SwiGLU,
    SwitchGLU,
    SwitchLinear,
    SwitchMLP,
    _gather_sort,
    _scatter_unsort,
)


def weight_suffixes(): return EXPERT_WEIGHT_SUFFIXES
def scale_suffixes(): return GLOBAL_SCALE_SUFFIXES
def gather_sort(tokens, chosen): return _gather_sort(tokens, chosen)
def scatter_unsort(tokens, chosen):
    sorted_tokens, indices, order = _gather_sort(tokens, chosen)
    return _scatter_unsort(sorted_tokens, order, chosen.shape)


def scatter_unsort_flat(tokens, chosen):
    sorted_tokens, indices, order = _gather_sort(tokens, chosen)
    return _scatter_unsort(sorted_tokens, order)


def swiglu(a, b): return SwiGLU()(a, b)
def switch_linear(tokens, chosen): return SwitchLinear(8, 6, 4)(tokens, chosen)
def switch_linear_plain(tokens, chosen): return SwitchLinear(8, 6, 4, bias=False)(tokens, chosen)
def switch_linear_sorted(tokens, chosen): return SwitchLinear(8, 6, 4)(tokens, chosen * 0, sorted_indices=True)
def switch_linear_weight(): return SwitchLinear(8, 6, 4).weight
def switch_linear_bias(): return SwitchLinear(8, 6, 4).bias
def switch_linear_inputs(): return SwitchLinear(8, 6, 4).input_dims
def switch_linear_outputs(): return SwitchLinear(8, 6, 4).output_dims
def switch_linear_experts(): return SwitchLinear(8, 6, 4).num_experts
def quantized_switch_linear(wide_tokens, chosen): return QuantizedSwitchLinear(64, 16, 4)(wide_tokens, chosen)
def quantized_switch_linear_mode(wide_tokens, chosen): return QuantizedSwitchLinear(64, 16, 4, bias=False, group_size=32, bits=4, mode="mxfp4")(wide_tokens, chosen)
def quantized_switch_linear_parts():
    layer = QuantizedSwitchLinear(64, 16, 4, group_size=32, bits=8)
    return layer.weight, layer.scales, layer.biases, layer.bias, layer.input_dims, layer.output_dims, layer.num_experts, layer.group_size, layer.bits


def switch_glu(tokens3, chosen): return SwitchGLU(8, 12, 4)(tokens3, chosen)
def switch_glu_bias(tokens3, chosen): return SwitchGLU(8, 12, 4, activation=SwiGLU(), bias=True)(tokens3, chosen)
def switch_glu_parts(a, b, tokens3, chosen):
    layer = SwitchGLU(8, 12, 4)
    gate = layer.gate_proj.weight
    up = layer.up_proj.weight
    down = layer.down_proj.weight
    return gate, up, down, layer.activation(a, b)


def switch_mlp(tokens3, chosen): return SwitchMLP(8, 12, 4)(tokens3, chosen)
def switch_mlp_bias(tokens3, chosen): return SwitchMLP(8, 12, 4, activation=nn.ReLU(), bias=True)(tokens3, chosen)
def switch_mlp_parts(a):
    layer = SwitchMLP(8, 12, 4)
    return layer.fc1.weight, layer.fc2.weight, layer.activation(a)
