import MLX
import MLXNN
import ModelPorted

/// `FirstOfCaches`, first_of_caches.py:9.
public final class CaseFirstOfCaches: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `FirstOfCaches.make_cache`, first_of_caches.py:14.
    public func makeCache() -> [KVCacheSimple] { [KVCacheSimple(), KVCacheSimple()] }

    /// `FirstOfCaches._first_cache`, first_of_caches.py:18.
    public static func firstCache(_ cache: [(any KVCache)?]?) -> (any KVCache)? {
        if cache.nonEmpty == nil { return nil }
        for entry in cache! {
            if let entry { return entry }
        }
        return nil
    }

    /// `FirstOfCaches.__call__`, first_of_caches.py:26.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = proj(x)
        let firstCache = Self.firstCache(cache)
        if let firstCache { x = x + firstCache.offset }
        let cache = cache ?? Array(repeating: nil, count: 2)
        for c in cache {
            if let c {
                let states = x[0..., .newAxis]
                _ = c.update(keys: states, values: states)
            }
        }
        return x
    }
}
