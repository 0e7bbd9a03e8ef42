// Ported from mlx_lm/models/cache.py (`KVCache.keys_and_values`), mlx-lm 0.32.2, MIT,
// sha256 c96cb169fd5e0ec4584a162dd61dc62ab08ccdca03a9850f8a491ce6809145e6.

import MLX

extension KVCache {
    /// The keys and values of all tokens that attention sees (`keys_and_values` of mlx-lm), the packed ones of
    /// a quantised cache; the engine's stand-ins if there are none.
    public var keysAndValues: (MLXArray, MLXArray) {
        let held = attended
        guard held.count >= 2 else {
            let standIn = failure("keys_and_values", "the cache has no keys")
            return (standIn, standIn)
        }
        // Half of the arrays are the keys': one, or three of a quantised cache.
        return (held[0], held[held.count / 2])
    }

    private var attended: [MLXArray] {
        switch self {
        case let cache as ChunkedKVCache: cache.held
        case is ArraysCache, is CacheList: []
        default: state
        }
    }
}
