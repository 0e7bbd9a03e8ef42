import mlx.core as mx
import mlx.nn as nn

from ..activations import SwigluOAI, XieLU, precise_swiglu, swiglu_oai, xielu
from ..cache import ChunkedKVCache, KVCache
from ..gated_delta import gated_delta_update, normalize_qk
from ..rope_utils import (
    DynamicNTKScalingRoPE,
    ProportionalRoPE,
    SuScaledRoPE,
    apply_yarn_mscale,
    initialize_rope,
)
from ..switch_layers import SwitchGLU


def precise(a, b): return precise_swiglu(a, a, b)
def oai(a, b): return swiglu_oai(a, b)
def oai_limits(a, b): return swiglu_oai(a, b, alpha=1.5, limit=2.0)
def oai_layer(a, b): return SwigluOAI()(a, b)
def oai_layer_limits(a, b): return SwigluOAI(1.5, limit=2.0)(a, b)
def xielu_(a): return xielu(a, mx.array(0.8), mx.array(0.7), mx.array(0.5), mx.array(-1e-6))
def xielu_layer(a): return XieLU()(a)
def xielu_parameters(a): return XieLU(0.75, alpha_n_init=0.9, beta=0.25, eps=-1e-3)(a)
def mscale(x: float, rope_yarn: dict): return apply_yarn_mscale(x, rope_yarn)


def plain(heads):
    rope = initialize_rope(8, 10000.0, False)
    return rope(heads)


def linear(heads, rope_linear: dict):
    rope = initialize_rope(8, 10000.0, True, rope_linear)
    return rope(heads, offset=3)


def llama3(heads, rope_llama3: dict):
    rope = initialize_rope(8, 10000.0, False, scaling_config=rope_llama3)
    return rope(heads, 2)


def yarn(heads, rope_yarn: dict):
    rope = initialize_rope(8, 10000.0, False, scaling_config=rope_yarn, max_position_embeddings=64)
    return rope(heads, 2)


def dynamic(heads): return DynamicNTKScalingRoPE(8, 4, False, 10000.0, 2.0)(heads, offset=1)
def proportional(heads): return ProportionalRoPE(8, 4)(heads)
def proportional_factor(heads): return ProportionalRoPE(8, rotated_dims=8, traditional=True, base=500.0, factor=2.0)(heads, offset=2)
def su_layer(heads): return SuScaledRoPE(8)(heads)
def su_factors(heads): return SuScaledRoPE(8, 10000.0, 128, 64, short_factor=[1.0, 1.5, 2.0, 2.5], long_factor=[2.0, 3.0, 4.0, 5.0])(heads)
def switch_glu(tokens3, chosen): return SwitchGLU(8, 12, 4)(tokens3, chosen)
def switch_glu_oai(tokens3, chosen): return SwitchGLU(8, 12, 4, activation=SwigluOAI(), bias=True)(tokens3, chosen)
def switch_glu_parts(a, b, tokens3, chosen):
    layer = SwitchGLU(8, 12, 4)
    gate = layer.gate_proj.weight
    up = layer.up_proj.weight
    down = layer.down_proj.weight
    return gate, up, down, layer.activation(a, b)
def qk(states): return normalize_qk(states, states, inv_scale=0.25, eps=1e-6)
def lm_gated_delta(states, channels, steps, per_head): return gated_delta_update(states, states, channels, steps, steps, per_head, per_head)
def lm_gated_delta_bound(states, channels, steps, per_head): return gated_delta_update(states, states, channels, steps, steps, per_head, per_head, lower_bound=-5.0)


def keys_and_values(heads):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    return cache.keys_and_values()


def keys_of_chunks(heads):
    cache = ChunkedKVCache(3)
    cache.update_and_fetch(heads, heads)
    cache.maybe_trim_front()
    cache.update_and_fetch(heads, heads)
    return cache.keys_and_values()
