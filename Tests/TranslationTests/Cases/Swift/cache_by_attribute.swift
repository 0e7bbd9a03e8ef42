import MLX
import MLXNN
import ModelPorted

/// `CacheByAttribute`, cache_by_attribute.py:10.
public final class CaseCacheByAttribute: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `CacheByAttribute.__call__`, cache_by_attribute.py:15.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        let ring = (cache ?? []).compactMap { $0 as? RotatingKVCache }.first
        let start =
            if let ring { ring.index } else { (cache ?? []).compactMap { $0?.offset }.first ?? 0 }
        return proj(x[0..., min(start, 1)...])
    }
}
