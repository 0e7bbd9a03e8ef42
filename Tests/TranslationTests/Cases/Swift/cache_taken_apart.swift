import MLX
import MLXNN
import ModelPorted

/// `CacheTakenApart`, cache_taken_apart.py:8.
public final class CaseCacheTakenApart: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `CacheTakenApart.fresh`, cache_taken_apart.py:13.
    public func fresh() -> ArraysCache { ArraysCache(size: 2) }

    /// `CacheTakenApart.__call__`, cache_taken_apart.py:16.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let cache = cache as! ArraysCache?
        var x = x + fresh().byteCount
        let lengths: MLXArray?
        let state: MLXArray?
        var window: MLXArray?
        if let cache {
            (window, state) = (cache[0], cache[1])
            lengths = cache.lengths
        } else {
            window = nil
            state = nil
            lengths = nil
        }
        window = window ?? MLXArray.zeros(like: x)
        if let state { x = x + state }
        if let lengths { x = x * lengths }
        if let cache {
            cache[0] = x
            cache[1] = window
        }
        return proj(x + window!)
    }
}
