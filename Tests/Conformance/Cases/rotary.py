import mlx.core as mx

from ..rope_utils import EagerRoPE, Llama3RoPE, ProportionalRoPE, SuScaledRoPE, YarnRoPE, initialize_rope


def plain(heads):
    rope = initialize_rope(8, 10000.0, False)
    return rope(heads)


def plain_offset(heads):
    rope = initialize_rope(dims=4, base=500.0, traditional=True)
    return rope(heads, offset=3)


def linear(heads, rope_linear: dict):
    rope = initialize_rope(8, 10000.0, False, rope_linear)
    return rope(heads)


def llama3(heads, rope_llama3: dict):
    rope = initialize_rope(8, 10000.0, False, scaling_config=rope_llama3)
    return rope(heads, 2)


def yarn(heads, rope_yarn: dict):
    rope = initialize_rope(8, 10000.0, False, scaling_config=rope_yarn, max_position_embeddings=64)
    return rope(heads, 2)


def long(heads, rope_long: dict):
    rope = initialize_rope(8, 10000.0, False, rope_long, 128, original_max_position_embeddings=64)
    return rope(heads)


def eager(heads):
    rope = initialize_rope(8, 10000.0, False, implementation="eager")
    return rope(heads, 1)


def eager_layer(heads): return EagerRoPE(8)(heads)
def eager_traditional(heads): return EagerRoPE(4, traditional=True, base=500.0, scale=0.5)(heads, offset=2)
def eager_offsets(heads, rows): return EagerRoPE(8)(heads, rows)
def llama3_layer(heads, rope_llama3: dict): return Llama3RoPE(8, scaling_config=rope_llama3)(heads)
def llama3_traditional(heads, rope_llama3: dict): return Llama3RoPE(4, 128, True, 500.0, rope_llama3)(heads, offset=3)
def yarn_layer(heads): return YarnRoPE(8)(heads)
def yarn_parameters(heads): return YarnRoPE(8, True, 128, 500.0, 2.0, 64, 16, 2, 0.5, 0.25)(heads, offset=1)
def su_layer(heads): return SuScaledRoPE(8)(heads)
def su_factors(heads): return SuScaledRoPE(8, 10000.0, 128, 64, short_factor=[1.0, 1.5, 2.0, 2.5], long_factor=[2.0, 3.0, 4.0, 5.0])(heads)
def su_long(heads): return SuScaledRoPE(8, max_position_embeddings=128, original_max_position_embeddings=4, long_factor=2.0, short_mscale=1.5, long_mscale=1.25)(heads, offset=9)
def proportional(heads): return ProportionalRoPE(8)(heads)
def proportional_part(heads): return ProportionalRoPE(8, rotated_dims=4, traditional=True, base=500.0, factor=2.0)(heads, offset=2)
def proportional_configured(heads, rope_proportional: dict): return ProportionalRoPE(8, scaling_config=rope_proportional)(heads)
