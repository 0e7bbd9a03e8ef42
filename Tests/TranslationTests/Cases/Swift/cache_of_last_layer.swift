import MLX
import MLXNN
import ModelPorted

/// `StatefulLayer`, cache_of_last_layer.py:9.
public final class CaseStatefulLayer: Module {
    @ModuleInfo var proj: Linear

    public override init() { _proj.wrappedValue = Linear(4, 4) }

    /// `StatefulLayer.__call__`, cache_of_last_layer.py:14.
    public func callAsFunction(_ x: MLXArray, cache: (any KVCache)? = nil) -> MLXArray {
        var keys = proj(x)[.newAxis, .newAxis]
        var values = keys * 2
        if let cache { (keys, values) = cache.update(keys: keys, values: values) }
        return x + sum(keys) - mean(values)
    }
}

/// `CacheOfLastLayer`, cache_of_last_layer.py:23.
public final class CaseCacheOfLastLayer: Module {
    @ModuleInfo var layers: [CaseStatefulLayer]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in CaseStatefulLayer() }
    }

    /// `CacheOfLastLayer.__call__`, cache_of_last_layer.py:28.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        var cache = cache
        if cache == nil {
            cache = Array(repeating: nil, count: layers.count)
            cache![cache!.count - 1] = ConcatenateKVCache()
        }
        for (layer, c) in zip(layers, cache!) {
            x = layer(x, cache: c)
        }
        let parts = cache!.last!!.state
        let keys = parts[0]
        let values = parts[1]
        return x + sum(keys) + mean(values)
    }

    /// `CacheOfLastLayer.make_cache`, cache_of_last_layer.py:37.
    public func makeCache() -> [KVCacheSimple] {
        layers.map { _ in KVCacheSimple() }
    }
}
