internal import CMLX

// Fused operations and linear algebra of the engine for which mlx-swift has no public spelling.

extension MLXFast {
    /// `x` over the root of the mean of its squares along the last axis, times `weight` if there is
    /// one.
    ///
    /// Source: `mlx.core.fast.rms_norm` with an optional weight.
    public static func rmsNorm(
        _ x: MLXArray, weight: MLXArray?, eps: Float, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withHandle(weight) { weight in unary(x) { cmlx_rms_norm($0, weight, eps, stream.code) } }
    }

    /// The cross entropy of `logits` `[…, V]` and the classes `targets` `[…]`.
    ///
    /// Source: `mlx.core.fast.cross_entropy`.
    public static func crossEntropy(
        _ logits: MLXArray, _ targets: MLXArray, stream: StreamOrDevice = .default
    ) -> MLXArray {
        binary(logits, targets) { cmlx_cross_entropy($0, $1, stream.code) }
    }

    /// The gated delta rule: the output and the new state.
    ///
    /// Source: `mlx.core.fast.gated_delta_update`.
    public static func gatedDeltaUpdate(
        queries: MLXArray, keys: MLXArray, values: MLXArray, gates: MLXArray, beta: MLXArray,
        initialState: MLXArray? = nil, mask: MLXArray? = nil, stream: StreamOrDevice = .default
    ) -> (output: MLXArray, state: MLXArray) {
        let results = withHandle(initialState) { state in
            withHandle(mask) { mask in
                withExtendedLifetime((queries, keys, values, gates, beta)) {
                    list(count: 2) {
                        cmlx_gated_delta_update(
                            &$0, queries.handle, keys.handle, values.handle, gates.handle,
                            beta.handle, state, mask, stream.code)
                    }
                }
            }
        }
        return (results[0], results[1])
    }
}

extension MLXLinalg {
    /// The determinant of matrices.
    ///
    /// Source: `mlx.core.linalg.det`.
    public static func det(_ array: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
        unary(array) { cmlx_det($0, stream.code) }
    }

    /// The sign and the logarithm of the absolute value of the determinant of matrices.
    ///
    /// Source: `mlx.core.linalg.slogdet`.
    public static func slogdet(_ array: MLXArray, stream: StreamOrDevice = .default) -> (
        sign: MLXArray, logDeterminant: MLXArray
    ) {
        let results = withExtendedLifetime(array) {
            list(count: 2) { cmlx_slogdet(&$0, array.handle, stream.code) }
        }
        return (results[0], results[1])
    }
}

extension MLXRandom {
    /// Random bits in integers of `width` bytes.
    ///
    /// Source: `mlx.core.random.bits`.
    public static func bits(
        _ shape: some Collection<Int> = [], width: Int = 4,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        withInts(shape) { shape in
            unary(resolve(key: key)) {
                cmlx_random_bits(shape, Int32(clamping: width), $0, stream.code)
            }
        }
    }

    /// Integers equally likely from `low` below `high`.
    ///
    /// Source: `mlx.core.random.randint` with a dtype.
    public static func randInt(
        low: some ScalarOrArray, high: some ScalarOrArray,
        _ shape: (some Collection<Int>)? = [Int]?.none, dtype: DType,
        key: (some RandomStateOrKey)? = MLXArray?.none, stream: StreamOrDevice = .default
    ) -> MLXArray {
        drawIntegers(low: low, high: high, shape, dtype: dtype, key: key, stream: stream)
    }
}
