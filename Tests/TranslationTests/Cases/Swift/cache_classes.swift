import MLX
import MLXNN
import ModelPorted

/// `CacheClasses`, cache_classes.py:10.
public final class CaseCacheClasses: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `CacheClasses.__call__`, cache_classes.py:15.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var x = x
        if let cache = cache as? ArraysCache { cache[0] = x }
        let lengths = (cache as? ArraysCache)?.lengths
        if let lengths { x = x * lengths }
        return proj(x)
    }
}
