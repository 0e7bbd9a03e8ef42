import MLX
import MLXNN
import ModelPorted

/// `PartsOfResult`, parts_of_result.py:16.
public final class CasePartsOfResult: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `PartsOfResult.carried`, parts_of_result.py:21.
    public func carried(_ x: MLXArray, states: (any KVCache)?) -> MLXArray {
        let states = states as! ArraysCache?
        var state = states?[0]
        if state == nil || state!.dim(0) != x.dim(0) { state = MLXArray.zeros(like: x) }
        if let states { states[0] = x }
        return x + state!
    }

    /// `PartsOfResult.__call__`, parts_of_result.py:29.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let (keys, states) = caseSplitCache(cache)
        var x = carried(x, states: states)
        if let keys { (x, _) = keys.update(keys: x, values: x) }
        return proj(x)
    }
}

/// `split_cache`, parts_of_result.py:7.
public func caseSplitCache(_ cache: (any KVCache)?) -> ((any KVCache)?, (any KVCache)?) {
    guard let cache else { return (nil, nil) }
    if let cache = cache as? CacheList { return (cache[0], cache[1]) }
    return (cache, nil)
}
