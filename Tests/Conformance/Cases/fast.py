import mlx.core as mx


def rms_norm(x, w): return mx.fast.rms_norm(x, w, 1e-5)
def rms_norm_plain(x): return mx.fast.rms_norm(x, None, eps=1e-6)
def layer_norm(x, w): return mx.fast.layer_norm(x, w, w, 1e-5)
def layer_norm_weight(x, w): return mx.fast.layer_norm(x, w, None, 1e-5)
def layer_norm_plain(x): return mx.fast.layer_norm(x, None, None, eps=1e-3)
def rope(heads): return mx.fast.rope(heads, 8, traditional=False, base=10000.0, scale=1.0, offset=0)
def rope_traditional(heads): return mx.fast.rope(heads, 4, traditional=True, base=500.0, scale=0.5, offset=3)
def rope_offsets(heads, rows): return mx.fast.rope(heads, 8, traditional=False, base=10000.0, scale=1.0, offset=rows)
def rope_frequencies(heads, frequencies): return mx.fast.rope(heads, 8, traditional=False, base=None, scale=1.0, offset=2, freqs=frequencies)
def attention(heads): return mx.fast.scaled_dot_product_attention(heads, heads, heads, scale=0.35)
def attention_causal(heads): return mx.fast.scaled_dot_product_attention(heads, heads, heads, scale=0.35, mask="causal")
def attention_grouped(heads): return mx.fast.scaled_dot_product_attention(heads, heads[:, :1], heads[:, :1], scale=0.5)
def attention_mask(heads, scores): return mx.fast.scaled_dot_product_attention(heads, heads, heads, scale=0.35, mask=scores)
def attention_boolean_mask(heads, scores): return mx.fast.scaled_dot_product_attention(heads, heads, heads, scale=1.0, mask=scores > 0)
def attention_sinks(heads, sinks): return mx.fast.scaled_dot_product_attention(heads, heads, heads, scale=0.35, mask=None, sinks=sinks)
