// Ported from mlx_vlm/models/cache.py (`make_prompt_cache`, `should_quantize_kv_layer`),
// mlx-vlm 0.7.10, MIT, sha256 4c7526c6b17b97827cc810ea0e66bb3a364b4100d6aedf4878a1e15703a95031.

/// The caches of a model that does not make its own.
///
/// Stands for `make_prompt_cache`.
///
/// - Parameters:
///   - layerCount: the number of layers
///   - maxKVSize: the number of tokens held at most, the first four of which stay; nil for all
public func makePromptCache(layerCount: Int, maxKVSize: Int? = nil) -> [any KVCache] {
    (0..<layerCount).map { _ in
        if let maxKVSize {
            RotatingKVCache(maxSize: maxKVSize, keep: 4)
        } else {
            KVCacheSimple()
        }
    }
}

/// Whether the cache of layer `index` is quantised when caches are: in more than two layers the last
/// stays as it is.
///
/// Stands for `should_quantize_kv_layer`.
public func shouldQuantizeKVLayer(_ index: Int, of layerCount: Int) -> Bool {
    layerCount <= 2 || index < layerCount - 1
}
