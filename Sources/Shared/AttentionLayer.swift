import MLX
import MLXNN
import ModelPorted

/// The attention of a decoder layer.
public protocol AttentionLayer: Module {
    associatedtype Configuration

    /// - Throws: an error that names the entry of `config.json` that is unusable.
    init(_ config: Configuration) throws

    /// Attention of `x` `[B, L, D]` to itself and to what `cache` holds, `[B, L, D]`.
    func callAsFunction(_ x: MLXArray, mask: AttentionMask, cache: (any KVCache)?) -> MLXArray
}

/// The feed-forward network of a decoder layer.
public protocol FeedForwardLayer: Module {
    associatedtype Configuration

    /// - Throws: an error that names the entry of `config.json` that is unusable.
    init(_ config: Configuration) throws

    /// The network's output for `x` `[…, D]`, of the same shape.
    func callAsFunction(_ x: MLXArray) -> MLXArray
}
