import MLX
import MLXNN
import ModelPorted

/// `LeadingCacheByName`, leading_cache_by_name.py:10.
public final class CaseLeadingCacheByName: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = [Linear(4, 4)]
    }

    /// `LeadingCacheByName.__call__`, leading_cache_by_name.py:15.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        let cache = cache ?? Array(repeating: nil, count: layers.count)
        let head: (any KVCache)? =
            if !cache.isEmpty, let firstCache = cache[0] { firstCache } else { nil }
        let mask = createAttentionMask(x, cache: cache, returnArray: head != nil)
        return scaledDotProductAttention(
            queries: x, keys: x, values: x, cache: cache[0], scale: 1.0, mask: mask)
    }
}
