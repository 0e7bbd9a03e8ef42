import mlx.core as mx

from ..rope_utils import (
    EagerRoPE, Llama3RoPE, MRoPERotaryEmbedding, ProportionalRoPE, SuScaledRoPE, YarnRoPE, apply_multimodal_rotary_pos_emb,
    apply_rotary_pos_emb_even_odd, initialize_rope, rotate_half_even_odd,
)


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
def rotate_pairs(heads): return rotate_half_even_odd(heads)
def mrope_layer(heads): return MRoPERotaryEmbedding(8, mrope_section=[2, 1, 1])(heads, mx.arange(30).reshape(3, 2, 5))[0]
def mrope_text(heads): return MRoPERotaryEmbedding(8, 512, 500.0, attention_scaling=0.5, cast_output=False)(heads, mx.arange(10).reshape(2, 5))[1]
def mrope_interleaved(heads): return MRoPERotaryEmbedding(8, mrope_section=[2, 1, 1]).apply_rotary(heads, heads, mx.arange(30).reshape(3, 2, 5))[0]
def mrope_chunked(heads): return MRoPERotaryEmbedding(8, mrope_section=[2, 1, 1], style="chunked").apply_rotary(heads, heads, mx.arange(30).reshape(3, 2, 5))[1]
def mrope_partial(heads): return MRoPERotaryEmbedding(4, mrope_section=[1, 1, 0], style="split_select").apply_rotary(heads, heads, mx.arange(30).reshape(3, 2, 5), cast_output=False)[0]
def mrope_sections(heads): return MRoPERotaryEmbedding(8, mrope_section=[2, 1, 1], style="sectioned_half_split").apply_rotary(heads, heads, mx.arange(30).reshape(3, 2, 5))[0]
def mrope_section_pairs(heads): return MRoPERotaryEmbedding(8, mrope_section=[2, 1, 1], style="sectioned_even_odd").apply_rotary(heads, heads, mx.arange(30).reshape(3, 2, 5))[1]
def multimodal_rotary(heads): return apply_multimodal_rotary_pos_emb(heads, heads, mx.ones((2, 5, 8)), mx.zeros((2, 5, 8)), style="chunked", cast_output=False)[0]
def rotary_pairs(heads): return apply_rotary_pos_emb_even_odd(heads, heads, mx.ones((2, 5, 8)), mx.full((2, 5, 8), 0.5))[0]
def rotary_pairs_full(heads): return apply_rotary_pos_emb_even_odd(heads, heads, mx.ones((2, 5, 8)), mx.full((2, 5, 8), 0.5), cos_layout="full")[1]
def mrope_scaled(heads): return heads * MRoPERotaryEmbedding(8, attention_scaling=0.5).attention_scaling
def mrope_fused(heads): return heads if MRoPERotaryEmbedding(8).fused_apply else -heads
def mrope_first(heads): return heads * MRoPERotaryEmbedding(8, mrope_section=[2, 1, 1]).mrope_section[0]
