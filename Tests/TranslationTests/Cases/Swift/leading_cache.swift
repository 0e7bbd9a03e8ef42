import MLX
import MLXNN
import ModelPorted

/// `LeadingCache`, leading_cache.py:10.
public final class CaseLeadingCache: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = [Linear(4, 4)]
    }

    /// `LeadingCache.__call__`, leading_cache.py:15.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        let cache = cache ?? Array(repeating: nil, count: layers.count)
        let mask = createAttentionMask(x, cache: cache)
        return scaledDotProductAttention(
            queries: x, keys: x, values: x, cache: cache[0], scale: 1.0, mask: mask)
    }
}
