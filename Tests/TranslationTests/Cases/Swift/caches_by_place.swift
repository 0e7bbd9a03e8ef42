import MLX
import MLXNN
import ModelPorted
import OrderedCollections

/// `PlacedMemory`, caches_by_place.py:9.
public final class CasePlacedMemory: Module {
    let size: Int
    var weights: OrderedDictionary<[Int], Double> = [:]

    public init(_ config: CaseConfiguration) {
        size = config.numLayers
        super.init()
        collect()
    }

    /// `PlacedMemory._collect`, caches_by_place.py:15.
    public func collect() {
        var weights: OrderedDictionary<[Int], Double> = [:]
        for i in 0..<max(0, size) {
            weights[[i, i + 1]] = 0.5 * Double(i)
        }
        self.weights = weights
    }

    /// `PlacedMemory.__call__`, caches_by_place.py:21.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        let cache = cache as! ArraysCache?
        var seen: MLXArray?
        if let cache {
            seen = cache[0]
            seen = if let seen { concatenated([seen, x], axis: -2) } else { x }
            cache[0] = seen![.ellipsis, (-2)..., 0...]
        } else {
            seen = x
        }
        return sum(seen!) + weights[[1, 2]]!
    }
}

/// `PlacedLayer`, caches_by_place.py:34.
public final class CasePlacedLayer: Module {
    @ModuleInfo var proj: Linear

    public override init() { _proj.wrappedValue = Linear(4, 4) }

    /// `PlacedLayer.__call__`, caches_by_place.py:39.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var x = x
        for i in 0..<2 {
            var keys = x[.newAxis, .newAxis]
            if let cache {
                (keys, _) = (cache as! CacheList)[i].update(keys: keys, values: keys)
            }
            x = proj(x) + mean(keys)
        }
        return x
    }

    /// `PlacedLayer.seen`, caches_by_place.py:49.
    public func seen(_ cache: (any KVCache)? = nil) -> Int { cache?.offset ?? 0 }
}

/// `CachesByPlace`, caches_by_place.py:54.
public final class CaseCachesByPlace: Module {
    @ModuleInfo var memory: CasePlacedMemory
    @ModuleInfo var layers: [CasePlacedLayer]

    public init(_ config: CaseConfiguration) {
        _memory.wrappedValue = CasePlacedMemory(config)
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in CasePlacedLayer() }
    }

    /// `CachesByPlace.__call__`, caches_by_place.py:60.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        let cache = cache ?? [nil] + Array(repeating: nil, count: layers.count)
        let total = memory(x, cache: cache[0])
        let offset = layers[0].seen((cache[1] as? CacheList)?[0])
        for (layer, c) in zip(layers, Array(cache.dropFirst(1))) {
            x = layer(x, cache: c)
        }
        return x + total + offset
    }

    /// `CachesByPlace.make_cache`, caches_by_place.py:69.
    public func makeCache() -> [any KVCache] {
        [ArraysCache(size: 1)] + layers.map { _ in CacheList(KVCacheSimple(), KVCacheSimple()) }
    }
}
