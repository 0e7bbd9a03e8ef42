import MLX
import MLXNN
import ModelPorted

/// `MaskByWindow`, mask_by_window.py:11.
public final class CaseMaskByWindow: Module {
    let window: Int?

    public init(_ config: CaseConfiguration) {
        window = config.headDimensions
    }

    /// `MaskByWindow.__call__`, mask_by_window.py:16.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let mask =
            window.map { createAttentionMask(x, cache: cache, windowSize: $0) }
            ?? AttentionMask.none
        return scaledDotProductAttention(
            queries: x, keys: x, values: x, cache: cache, scale: 1.0, mask: mask)
    }
}
