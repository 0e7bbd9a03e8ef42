import MLX
import MLXNN
import ModelPorted

/// `StateOrNone`, state_or_none.py:10.
public final class CaseStateOrNone: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `StateOrNone.__call__`, state_or_none.py:15.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let cache = cache as! ArraysCache?
        var state = cache?[1]
        state = state ?? MLXArray.zeros(like: x)
        let out = proj(x) + state!
        if let cache { cache[1] = out }
        return out
    }

    /// `StateOrNone.make_cache`, state_or_none.py:24.
    public func makeCache() -> [ArraysCache] { [ArraysCache(size: 2)] }
}
