# Grouped-query attention: projections, optional norm of queries and keys, rotary embedding, cache.
import mlx.core as mx
import mlx.nn as nn
from pattern.models.base import scaled_dot_product_attention
from pattern.models.rope_utils import initialize_rope


class Parameters:
    protocol = "AttentionConfiguration"
    property = "attention"
    swift = "AttentionParameters(dimensions: {dimensions}, heads: {heads}, keyValueHeads: {key_value_heads}, headDimensions: {head_dimensions}[[, scale: {scale}]][[, bias: {bias}]][[, outputBias: {output_bias}]][[, queryKeyNorm: .perHead(eps: {norm_eps})]], rope: RotaryParameters([[dimensions: {rope_dimensions}, ]]base: {rope_base}[[, traditional: {rope_traditional}]][[, scaling: {rope_scaling}]][[, maxPositionEmbeddings: {max_position_embeddings}]]))"

    dimensions: int
    heads: int
    key_value_heads: int
    head_dimensions: int
    scale: float = head_dimensions**-0.5
    bias: bool = False
    output_bias: bool = bias
    query_key_norm: bool
    norm_eps: float
    rope_dimensions: int = head_dimensions
    rope_base: float
    rope_traditional: bool = False
    rope_scaling: RoPEScaling = None
    max_position_embeddings: int = None


class StandardAttention(nn.Module):
    def __init__(self, p: Parameters):
        self.scale = p.scale
        self.q_proj = nn.Linear(p.dimensions, p.heads * p.head_dimensions, bias=p.bias)
        self.k_proj = nn.Linear(p.dimensions, p.key_value_heads * p.head_dimensions, bias=p.bias)
        self.v_proj = nn.Linear(p.dimensions, p.key_value_heads * p.head_dimensions, bias=p.bias)
        self.o_proj = nn.Linear(p.heads * p.head_dimensions, p.dimensions, bias=p.output_bias)
        if p.query_key_norm:
            self.q_norm = nn.RMSNorm(p.head_dimensions, eps=p.norm_eps)
            self.k_norm = nn.RMSNorm(p.head_dimensions, eps=p.norm_eps)
        self.rope = initialize_rope(
            p.rope_dimensions,
            base=p.rope_base,
            traditional=p.rope_traditional,
            scaling_config=p.rope_scaling,
            max_position_embeddings=p.max_position_embeddings,
        )
        self.n_heads = p.heads
        self.n_kv_heads = p.key_value_heads
        self.has_norm = p.query_key_norm

    def __call__(self, x: mx.array, mask: AttentionMask = None, cache: KVCache = None):
        B, L, D = x.shape
        queries, keys, values = self.q_proj(x), self.k_proj(x), self.v_proj(x)
        queries = queries.reshape(B, L, self.n_heads, -1)
        queries = (self.q_norm(queries) if self.has_norm else queries).transpose(0, 2, 1, 3)
        keys = keys.reshape(B, L, self.n_kv_heads, -1)
        keys = (self.k_norm(keys) if self.has_norm else keys).transpose(0, 2, 1, 3)
        values = values.reshape(B, L, self.n_kv_heads, -1).transpose(0, 2, 1, 3)
        if cache is not None:
            queries = self.rope(queries, offset=cache.offset)
            keys = self.rope(keys, offset=cache.offset)
            keys, values = cache.update_and_fetch(keys, values)
        else:
            queries = self.rope(queries)
            keys = self.rope(keys)
        output = scaled_dot_product_attention(
            queries, keys, values, cache=cache, scale=self.scale, mask=mask
        )
        output = output.transpose(0, 2, 1, 3).reshape(B, L, -1)
        return self.o_proj(output)
