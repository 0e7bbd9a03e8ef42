import MLX
import MLXNN
import ModelPorted

/// `Indexer`, absent_caches.py:8.
public final class CaseIndexer: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `Indexer.__call__`, absent_caches.py:13.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var x = x
        if let cache { (x, _) = cache.update(keys: x, values: x) }
        return proj(x)
    }
}

/// `AbsentCaches`, absent_caches.py:19.
public final class CaseAbsentCaches: Module {
    @ModuleInfo var indexer: CaseIndexer

    public init(_ config: CaseConfiguration) {
        _indexer.wrappedValue = CaseIndexer(config)
    }

    /// `AbsentCaches.fresh`, absent_caches.py:24.
    public func fresh() -> CacheList { CacheList(KVCacheSimple(), KVCacheSimple()) }

    /// `AbsentCaches.__call__`, absent_caches.py:27.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var x = x + fresh().byteCount
        let keys: MLXArray
        let values: MLXArray
        if let cache {
            (keys, values) = (cache as! CacheList)[0].update(keys: x, values: x)
        } else {
            (keys, values) = (x, x)
        }
        x = indexer(x, cache: (cache as? CacheList)?[1])
        if let cache {
            ((cache as! CacheList)[0] as! KVCacheSimple).keys = depends(
                input: ((cache as! CacheList)[0] as! KVCacheSimple).keys!,
                dependencies: [
                    ((cache as! CacheList)[1] as! KVCacheSimple).keys!,
                    ((cache as! CacheList)[1] as! KVCacheSimple).values!,
                ])
            let kept = [
                ((cache as! CacheList)[1] as! KVCacheSimple).keys,
                ((cache as! CacheList)[1] as! KVCacheSimple).values,
            ]
            ((cache as! CacheList)[0] as! KVCacheSimple).keys = depends(
                input: ((cache as! CacheList)[0] as! KVCacheSimple).keys!,
                dependencies: kept.map { $0! })
        }
        return x + keys + values
    }
}
