import MLX
import MLXNN
import ModelPorted

/// `AbsentRepeatedTuple`, absent_repeated_tuple.py:10.
public final class CaseAbsentRepeatedTuple: Module {
    @ModuleInfo var layers: [Linear]

    public init(_ config: CaseConfiguration) {
        _layers.wrappedValue = (0..<max(0, config.numLayers)).map { _ in Linear(4, 4) }
    }

    /// `AbsentRepeatedTuple.__call__`, absent_repeated_tuple.py:15.
    public func callAsFunction(_ x: MLXArray, cache: [(any KVCache)?]? = nil) -> MLXArray {
        var x = x
        let cache = cache ?? [nil]
        for (layer, c) in zip(layers, cache) {
            x = attend(layer(x), cache: c)
        }
        return x
    }

    /// `AbsentRepeatedTuple.attend`, absent_repeated_tuple.py:22.
    public func attend(_ x: MLXArray, cache: (any KVCache)?) -> MLXArray {
        var keys = x[.newAxis, .newAxis]
        if let cache = cache as? CacheList {
            (keys, _) = cache[0].update(keys: keys, values: keys)
        }
        return x + sum(keys)
    }

    /// `AbsentRepeatedTuple.make_cache`, absent_repeated_tuple.py:28.
    public func makeCache() -> [CacheList] {
        layers.map { _ in CacheList(KVCacheSimple(), KVCacheSimple()) }
    }
}
