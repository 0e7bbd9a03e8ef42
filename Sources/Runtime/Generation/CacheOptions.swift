import MLX
import ModelPorted

/// How the caches of keys and values are kept.
public struct CacheOptions: Equatable, Sendable {
    /// The most tokens that a cache holds, the first four of which stay; nil for all. A model that makes
    /// its own caches decides by itself.
    public var maxSize: Int?
    /// The bits of an element in quantised caches; nil quantises none.
    public var bits: Int?
    /// How many elements share a scale.
    public var groupSize = 64
    /// From how many tokens on a cache is quantised.
    public var quantizedStart = 5000

    /// Everything is kept as it is.
    public init() {}

    /// Checks the ranges.
    ///
    /// - Throws: ``ModelRuntimeError`` that names the option.
    public func validate() throws {
        if let maxSize, maxSize < 1 {
            throw ModelRuntimeError.input("max-kv-size: \(maxSize) is less than 1")
        }
        if let bits, ![2, 3, 4, 5, 6, 8].contains(bits) {
            throw ModelRuntimeError.input("kv-bits: \(bits) is not 2, 3, 4, 5, 6 or 8")
        }
        if ![32, 64, 128].contains(groupSize) {
            throw ModelRuntimeError.input("kv-group-size: \(groupSize) is not 32, 64 or 128")
        }
        if quantizedStart < 0 {
            throw ModelRuntimeError.input("quantized-kv-start: \(quantizedStart) is negative")
        }
    }

    /// Fresh caches of a model (`make_prompt_cache`).
    ///
    /// - Throws: what the model's `make_cache` throws.
    func makeCache(of model: any GenerativeModel) throws -> [any KVCache] {
        guard let maxSize, let layers = model.uniformCacheCount else {
            return try model.makeCache()
        }
        return makePromptCache(layerCount: layers, maxKVSize: maxSize)
    }

    /// Quantises the caches that are long enough (`maybe_quantize_kv_cache`).
    ///
    /// - Throws: ``ModelRuntimeError`` for a cache that the packages cannot quantise either.
    func quantize(_ caches: inout [any KVCache]) throws {
        guard let bits else { return }
        for (index, cache) in caches.enumerated() where cache.offset >= quantizedStart {
            switch cache {
            case let simple as KVCacheSimple:
                caches[index] = simple.toQuantized(groupSize: groupSize, bits: bits)
            case is RotatingKVCache:
                throw ModelRuntimeError.unsupported(
                    "kv-bits: layer \(index) keeps a window, which cannot be quantised")
            default: break
            }
        }
    }
}
