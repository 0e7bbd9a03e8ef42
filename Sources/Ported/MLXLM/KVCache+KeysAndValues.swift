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
