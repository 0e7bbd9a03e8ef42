// Ported from mlx_lm/models/cache.py (`KVCache.keys_and_values`), mlx-lm 0.32.2, MIT,
// sha256 c96cb169fd5e0ec4584a162dd61dc62ab08ccdca03a9850f8a491ce6809145e6.

import MLX

extension KVCache {
    /// The keys and values of all tokens so far (`keys_and_values` of mlx-lm); the engine's stand-ins if
    /// there are none yet.
    public var keysAndValues: (MLXArray, MLXArray) {
        let state = state
        guard state.count >= 2 else {
            let standIn = failure("keys_and_values", "the cache is empty")
            return (standIn, standIn)
        }
        return (state[0], state[1])
    }
}
