import MLX
import MLXNN
import ModelPorted

/// A configuration that says what a `StandardDecoderLayer` is made of.
public protocol DecoderLayerConfiguration {
    /// What the norms of each layer are made of.
    ///
    /// - Throws: an error that names the entry of `config.json` that is unusable.
    var decoderLayer: DecoderLayerParameters { get throws }
}

/// What a `StandardDecoderLayer` is made of besides attention and feed-forward network.
public struct DecoderLayerParameters: Sendable, Equatable {
    /// The size of the hidden states.
    public var dimensions: Int
    /// What the RMS norms add under the root.
    public var normEps: Double

    public init(dimensions: Int, normEps: Double) {
        self.dimensions = dimensions
        self.normEps = normEps
    }
}

/// A decoder layer with a norm before attention and one before the feed-forward network.
///
/// Stands for `TransformerBlock` of mlx_vlm/models/llama/language.py, qwen2 and qwen3.
public final class StandardDecoderLayer<Attention: AttentionLayer, FeedForward: FeedForwardLayer>:
    Module
where
    Attention.Configuration: DecoderLayerConfiguration,
    Attention.Configuration == FeedForward.Configuration
{
    /// Whether the model gives this layer the mask and the cache of a sliding window.
    public let useSliding: Bool

    @ModuleInfo(key: "self_attn") public internal(set) var selfAttn: Attention
    @ModuleInfo(key: "mlp") var mlp: FeedForward
    @ModuleInfo(key: "input_layernorm") var inputLayerNorm: RMSNorm
    @ModuleInfo(key: "post_attention_layernorm") var postAttentionLayerNorm: RMSNorm

    /// - Throws: what the initialisers of attention and feed-forward network throw, and
    ///   `ParameterError`.
    public init(_ config: Attention.Configuration, useSliding: Bool = false) throws {
        self.useSliding = useSliding
        super.init()
        let parameters = try config.decoderLayer
        try requirePositive(("dimensions", parameters.dimensions))
        _selfAttn.wrappedValue = try Attention(config)
        _mlp.wrappedValue = try FeedForward(config)
        _inputLayerNorm.wrappedValue = RMSNorm(
            dimensions: parameters.dimensions, eps: Float(parameters.normEps))
        _postAttentionLayerNorm.wrappedValue = RMSNorm(
            dimensions: parameters.dimensions, eps: Float(parameters.normEps))
    }

    /// The layer's output for `x` `[B, L, D]`, of the same shape.
    public func callAsFunction(
        _ x: MLXArray, mask: AttentionMask = .none, cache: (any KVCache)? = nil
    ) -> MLXArray {
        observe {
            var normed = inputLayerNorm(x)
            var r = selfAttn(normed, mask: mask, cache: cache)
            let h = x + r
            normed = postAttentionLayerNorm(h)
            r = mlp(normed)
            let out = h + r
            return out
        }
    }
}
