import MLX
import MLXNN
import ModelPorted

/// `CacheAndMask`, cache_and_mask.py:10.
public final class CaseCacheAndMask: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `CacheAndMask.__call__`, cache_and_mask.py:15.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let mask = createAttentionMask(x, cache: cache)
        let offset = cache?.offset ?? 0
        return scaledDotProductAttention(
            queries: x, keys: x, values: x, cache: cache, scale: 1.0, mask: mask) + offset
    }
}
