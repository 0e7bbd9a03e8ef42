import MLX
import MLXNN
import ModelPorted

/// `AbsentTuples`, absent_tuples.py:10.
public final class CaseAbsentTuples: Module {
    let config: CaseConfiguration
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        self.config = config
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AbsentTuples.__call__`, absent_tuples.py:16.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        let cache = cache ?? Array(repeating: nil, count: max(0, config.numLayers))
        for c in cache {
            x = layer(x, cache: c)
        }
        return x
    }

    /// `AbsentTuples.layer`, absent_tuples.py:23.
    public func layer(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var last: MLXArray?
        let offset: Int
        if let cache {
            offset = (cache as! CacheList)[1].offset
            last = ((cache as! CacheList)[0] as! ArraysCache)[0]
        } else {
            offset = 0
            last = nil
        }
        last = last ?? MLXArray.zeros(like: x)
        let y = attend(x, cache: (cache as? CacheList)?[1]) + last!
        if let cache { ((cache as! CacheList)[0] as! ArraysCache)[0] = x }
        return y + offset
    }

    /// `AbsentTuples.attend`, absent_tuples.py:39.
    public func attend(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var keys = x[.newAxis, .newAxis]
        if let cache { (keys, _) = cache.update(keys: keys, values: keys) }
        return proj(x) + sum(keys)
    }

    /// `AbsentTuples.make_cache`, absent_tuples.py:45.
    public func makeCache() -> [CacheList] {
        var caches: [CacheList] = []
        for i in 0..<max(0, config.numLayers) {
            let state = ArraysCache(size: 1)
            let kept: any KVCache =
                if i == 0 { RotatingKVCache(maxSize: 8) } else { KVCacheSimple() }
            caches.append(CacheList(state, kept))
        }
        return caches
    }
}
