# A decoder layer with a norm before attention and one before the feed-forward network.
import mlx.core as mx
import mlx.nn as nn


class Parameters:
    protocol = "DecoderLayerConfiguration"
    property = "decoderLayer"
    swift = "DecoderLayerParameters(dimensions: {dimensions}, normEps: {norm_eps})"

    dimensions: int
    norm_eps: float


class Attention(nn.Module, conforms="AttentionLayer"):
    def __init__(self, p: Parameters):
        pass

    def __call__(self, x: mx.array, mask: AttentionMask = None, cache: KVCache = None):
        return x


class FeedForward(nn.Module, conforms="FeedForwardLayer"):
    def __init__(self, p: Parameters):
        pass

    def __call__(self, x: mx.array):
        return x


class StandardDecoderLayer(nn.Module):
    def __init__(self, p: Parameters, use_sliding: bool = False):
        self.use_sliding = use_sliding
        self.self_attn = Attention(p)
        self.mlp = FeedForward(p)
        self.input_layernorm = nn.RMSNorm(p.dimensions, eps=p.norm_eps)
        self.post_attention_layernorm = nn.RMSNorm(p.dimensions, eps=p.norm_eps)

    def __call__(self, x: mx.array, mask: AttentionMask = None, cache: KVCache = None):
        normed = self.input_layernorm(x)
        r = self.self_attn(normed, mask, cache)
        h = x + r
        normed = self.post_attention_layernorm(h)
        r = self.mlp(normed)
        out = h + r
        return out
