import MLX
import MLXNN
import ModelPorted

/// `AttributeOfSomeCaches`, attribute_of_some_caches.py:8.
public final class CaseAttributeOfSomeCaches: Module {
    @ModuleInfo var proj: Linear

    public init(_ config: CaseConfiguration) {
        _proj.wrappedValue = Linear(4, 4)
    }

    /// `AttributeOfSomeCaches.make_cache`, attribute_of_some_caches.py:13.
    public func makeCache() -> [any KVCache] {
        [ChunkedKVCache(chunkSize: 4), KVCacheSimple()]
    }

    /// `AttributeOfSomeCaches.__call__`, attribute_of_some_caches.py:16.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        var start = 0
        if let cache {
            start = ((cache[0] as? ChunkedKVCache)?.startPosition ?? 0) + (cache[1]?.offset ?? 3)
            for c in cache {
                if let c = c as? ChunkedKVCache { c.maybeTrimFront() }
                (x, _) = c!.update(keys: x, values: x)
            }
        }
        return proj(x + start)
    }
}
