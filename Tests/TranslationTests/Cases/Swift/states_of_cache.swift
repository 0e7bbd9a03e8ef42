import MLX
import MLXNN
import ModelPorted

/// `StatesOfCache`, states_of_cache.py:8.
public final class CaseStatesOfCache: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StatesOfCache.fresh`, states_of_cache.py:13.
    public func fresh() -> ArraysCache { ArraysCache(size: 3) }

    /// `StatesOfCache.previous`, states_of_cache.py:16.
    public func previous(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let cache = cache as! ArraysCache?
        let state = cache?[1] ?? MLXArray.ones(like: x)
        return state
    }

    /// `StatesOfCache.__call__`, states_of_cache.py:23.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let cache = cache as! ArraysCache?
        var x = x + fresh().byteCount
        if let cache {
            let state = cache[0] ?? MLXArray.zeros(like: x)
            cache[0] = x
            x = x + state
        }
        x = x * previous(x, cache: cache)
        let other = cache?[2]
        if let other { x = x + other }
        if let cache {
            cache[1] = x
            cache[2] = other
            cache.advance(1)
        }
        return proj(x)
    }
}
