import mlx.core as mx

from ..activations import XieLU, swiglu, xielu
from ..base import (
    InputEmbeddingsFeatures,
    LanguageModelOutput,
    cache_position_offset,
    create_attention_mask,
    create_causal_mask,
    create_ssm_mask,
    dequantize_kv_state,
    kv_sequence_length,
    ensure_fused_sdpa,
    scaled_dot_product_attention,
)
from ..cache import ArraysCache, KVCache, QuantizedKVCache, RotatingKVCache, should_quantize_kv_layer
from ..cache import create_causal_mask as cache_causal_mask
from ..mlp import SwiGLUMLP
from ..pooling import EmbeddingOutput, normalize_embeddings, pool_by_config


def mask(x3): return create_attention_mask(x3)
def mask_array(x3): return create_attention_mask(x3, return_array=True)
def mask_window(x3): return create_attention_mask(x3, None, window_size=2)
def mask_cached(x3, heads):
    cache = RotatingKVCache(4)
    cache.update_and_fetch(heads, heads)
    return create_attention_mask(x3, cache, window_size=4, return_array=True)


def causal_mask(n: int): return create_causal_mask(n)
def causal_mask_offset(n: int, k: int): return create_causal_mask(n, k)
def causal_mask_window(n: int): return create_causal_mask(n, offset=2, window_size=3)
def causal_mask_padded(rows): return create_causal_mask(5, 1, right_padding=rows, left_padding=rows)
def causal_mask_of_cache(n: int): return cache_causal_mask(n, window_size=2)
def ssm_mask(x3): return create_ssm_mask(x3)
def ssm_mask_cached(x3): return create_ssm_mask(x3, ArraysCache(2))
def attention(heads): return scaled_dot_product_attention(heads, heads, heads, cache=None, scale=0.35, mask=None)
def fused_attention(heads): return ensure_fused_sdpa(heads, heads, heads, 0.35)
def fused_attention_wide(wide_heads): return ensure_fused_sdpa(wide_heads, wide_heads, wide_heads, 0.2, "causal")
def fused_attention_masked(heads, scores): return ensure_fused_sdpa(heads, heads, heads, scale=0.35, mask=scores)
def attention_causal(heads): return scaled_dot_product_attention(heads, heads, heads, None, 0.35, "causal")
def attention_sinks(heads, scores, sinks): return scaled_dot_product_attention(heads, heads, heads, None, scale=0.35, mask=scores, sinks=sinks)
def attention_quantized(wide_heads):
    cache = QuantizedKVCache(group_size=32, bits=8)
    keys, values = cache.update_and_fetch(wide_heads, wide_heads)
    return scaled_dot_product_attention(wide_heads, keys, values, cache, scale=0.2, mask="causal")


def plain_state(heads):
    cache = KVCache()
    keys, values = cache.update_and_fetch(heads, heads)
    return dequantize_kv_state(cache, keys, values)


def dequantized_state(wide_heads):
    cache = QuantizedKVCache(group_size=64, bits=4)
    keys, values = cache.update_and_fetch(wide_heads, wide_heads)
    return dequantize_kv_state(cache, keys, values)


def quantized_layers(n: int): return should_quantize_kv_layer(n, 4)
def quantized_layers_of_shallow(n: int): return should_quantize_kv_layer(n, 2)
def swiglu_(a, b): return swiglu(a, b)
def xielu_(a): return xielu(a, mx.array(0.8), mx.array(0.7), mx.array(0.5), mx.array(-1e-6))
def xielu_layer(a): return XieLU()(a)
def xielu_parameters(a): return XieLU(0.5, alpha_n_init=0.9, beta=0.25, eps=-1e-3)(a)
def swiglu_mlp(x): return SwiGLUMLP(8, 12)(x)
def swiglu_mlp_bias(x): return SwiGLUMLP(8, 12, bias=True)(x)


def model_output(a):
    output = LanguageModelOutput(logits=a, hidden_states=[a, a + 1], cross_attention_states=a * 2, encoder_outputs=a * 3)
    return output.logits, output.hidden_states, output.cross_attention_states, output.encoder_outputs


def model_output_of_logits(a):
    output = LanguageModelOutput(a)
    return output.logits, output.hidden_states is None, output.encoder_outputs is None


def input_embeddings(a):
    features = InputEmbeddingsFeatures(
        a,
        attention_mask_4d=a + 1,
        visual_pos_masks=a + 2,
        deepstack_visual_embeds=a + 3,
        per_layer_inputs=a + 4,
        cross_attention_states=a + 5,
        cross_attention_mask=a + 6,
        full_text_row_masked_out_mask=a + 7,
        decoder_inputs_embeds=a + 8,
        attention_mask=a + 9,
        position_ids=a + 10,
        pos_hw=a + 11,
        rope_deltas=a + 12,
    )
    return [
        features.inputs_embeds,
        features.attention_mask_4d,
        features.visual_pos_masks,
        features.deepstack_visual_embeds,
        features.per_layer_inputs,
        features.cross_attention_states,
        features.cross_attention_mask,
        features.full_text_row_masked_out_mask,
        features.decoder_inputs_embeds,
        features.attention_mask,
        features.position_ids,
        features.pos_hw,
        features.rope_deltas,
    ]


def sequence_length(heads): return kv_sequence_length(heads)
def position(): return cache_position_offset(None)
def position_cached(heads):
    cache = KVCache()
    cache.update_and_fetch(heads, heads)
    return cache_position_offset(cache)


def pooled_mean(x3): return pool_by_config(x3, mx.ones(x3.shape[:2]), {"pooling_mode": "mean"})
def pooled_first(x3): return pool_by_config(x3, mx.ones(x3.shape[:2]), {"pooling_mode": "cls"})
def pooled_greatest(x3): return pool_by_config(x3, mx.ones(x3.shape[:2]), {"pooling_mode": "max"})
def pooled_last(x3):
    mask = mx.arange(x3.shape[1])[None] < mx.array([[2], [4]])
    return pool_by_config(x3, mask.astype(mx.int32), {"pooling_mode": "lasttoken"})


def pooled_otherwise(x3): return pool_by_config(x3, mx.ones(x3.shape[:2]), {"pooling_mode": "x"})
def normalized(x): return normalize_embeddings(x)
def embedded(a):
    output = EmbeddingOutput(last_hidden_state=a, text_embeds=a + 1)
    return output.last_hidden_state, output.text_embeds
