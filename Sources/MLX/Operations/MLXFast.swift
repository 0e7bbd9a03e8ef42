internal import CMLX

/// Fused operations of the engine.
///
/// Source: `mlx.core.fast`.
public enum MLXFast {
    /// Rotary position embedding of `[B, *, L, D]`, the first `dimensions` of `D` rotated, from
    /// position `offset` on. Either `base` or `freqs` is given.
    ///
    /// Source: `mlx.core.fast.rope`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static func RoPE(
        _ array: MLXArray, dimensions: Int, traditional: Bool, base: Float?, scale: Float,
        offset: Int, freqs: MLXArray? = nil, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let options = cmlx_rope_options(
            dimensions: Int32(clamping: dimensions), traditional: traditional, base: base.code,
            scale: scale)
        return withHandle(freqs) { freqs in
            unary(array) { cmlx_rope($0, options, Int32(clamping: offset), freqs, stream.code) }
        }
    }

    /// Rotary position embedding of `[B, *, L, D]`, the first `dimensions` of `D` rotated, from a
    /// position for all or for each of the batch on. Either `base` or `freqs` is given.
    ///
    /// Source: `mlx.core.fast.rope`.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public static func RoPE(
        _ array: MLXArray, dimensions: Int, traditional: Bool, base: Float?, scale: Float,
        offset: MLXArray, freqs: MLXArray? = nil, stream: StreamOrDevice = .default
    ) -> MLXArray {
        let options = cmlx_rope_options(
            dimensions: Int32(clamping: dimensions), traditional: traditional, base: base.code,
            scale: scale)
        return withHandle(freqs) { freqs in
            binary(array, offset) { cmlx_rope_at($0, options, $1, freqs, stream.code) }
        }
    }

    /// What attention may not look at.
    public enum ScaledDotProductAttentionMaskMode {
        /// Everything is looked at.
        case none
        /// A `bool` array of what is looked at, or one added to the scores, that broadcasts to
        /// `[B, N, Lq, Lk]`.
        case array(MLXArray)
        /// One array or none.
        @available(*, deprecated, message: "Use .array instead")
        case arrays([MLXArray])
        /// No position looks at a later one; the last query stands at the last key.
        case causal

        /// The array, if there is one.
        public var mask: MLXArray? {
            switch self {
            case .array(let array): array
            case .arrays(let arrays): arrays.first
            case .none, .causal: nil
            }
        }

        /// The engine's name: `causal` or nothing.
        public var mode: String {
            if case .causal = self { "causal" } else { "" }
        }
    }

    /// Attention of `queries` `[B, N, Lq, D]` over `keys` `[B, Nk, Lk, D]` and `values`
    /// `[B, Nk, Lk, Dv]`, with as many heads or a divisor. `sinks`: a score `[N]` that takes part in
    /// the softmax and has no value.
    ///
    /// Source: `mlx.core.fast.scaled_dot_product_attention`.
    public static func scaledDotProductAttention(
        queries: MLXArray, keys: MLXArray, values: MLXArray, scale: Float,
        mask: ScaledDotProductAttentionMaskMode, sinks: MLXArray? = nil,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        var causal = false
        if case .causal = mask { causal = true }
        return withHandle(mask.mask) { mask in
            withHandle(sinks) { sinks in
                ternary(queries, keys, values) {
                    cmlx_scaled_dot_product_attention(
                        $0, $1, $2, scale, causal, mask, sinks, stream.code)
                }
            }
        }
    }

    /// Attention with an optional mask array, as above.
    ///
    /// Source: `mlx.core.fast.scaled_dot_product_attention`.
    public static func scaledDotProductAttention(
        queries: MLXArray, keys: MLXArray, values: MLXArray, scale: Float, mask: MLXArray?,
        sinks: MLXArray? = nil, memoryEfficientThreshold: Int? = nil,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        scaledDotProductAttention(
            queries: queries, keys: keys, values: values, scale: scale,
            mask: mask.map { .array($0) } ?? .none, sinks: sinks, stream: stream)
    }

    /// `x` over the root of the mean of its squares along the last axis, times `weight`.
    ///
    /// Source: `mlx.core.fast.rms_norm`.
    public static func rmsNorm(
        _ x: MLXArray, weight: MLXArray, eps: Float, stream: StreamOrDevice = .default
    ) -> MLXArray {
        binary(x, weight) { cmlx_rms_norm($0, $1, eps, stream.code) }
    }

    /// `x` less its mean over its standard deviation along the last axis, times `weight` plus `bias`.
    ///
    /// Source: `mlx.core.fast.layer_norm`.
    public static func layerNorm(
        _ x: MLXArray, weight: MLXArray? = nil, bias: MLXArray? = nil, eps: Float,
        stream: StreamOrDevice = .default
    ) -> MLXArray {
        withHandle(weight) { weight in
            withHandle(bias) { bias in
                unary(x) { cmlx_layer_norm($0, weight, bias, eps, stream.code) }
            }
        }
    }
}

// MARK: - As functions

/// Rotary position embedding: see `MLXFast`.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func RoPE(
    _ array: MLXArray, dimensions: Int, traditional: Bool, base: Float?, scale: Float,
    offset: Int, freqs: MLXArray? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXFast.RoPE(
        array, dimensions: dimensions, traditional: traditional, base: base, scale: scale,
        offset: offset, freqs: freqs, stream: stream)
}

/// Rotary position embedding: see `MLXFast`.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func RoPE(
    _ array: MLXArray, dimensions: Int, traditional: Bool, base: Float?, scale: Float,
    offset: MLXArray, freqs: MLXArray? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXFast.RoPE(
        array, dimensions: dimensions, traditional: traditional, base: base, scale: scale,
        offset: offset, freqs: freqs, stream: stream)
}

/// Attention: see `MLXFast`.
public func scaledDotProductAttention(
    queries: MLXArray, keys: MLXArray, values: MLXArray, scale: Float, mask: MLXArray?,
    memoryEfficientThreshold: Int? = nil, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXFast.scaledDotProductAttention(
        queries: queries, keys: keys, values: values, scale: scale, mask: mask, stream: stream)
}

/// Root-mean-square normalisation: see `MLXFast`.
public func rmsNorm(
    _ x: MLXArray, weight: MLXArray, eps: Float, stream: StreamOrDevice = .default
) -> MLXArray {
    MLXFast.rmsNorm(x, weight: weight, eps: eps, stream: stream)
}

/// Layer normalisation: see `MLXFast`.
public func layerNorm(
    _ x: MLXArray, weight: MLXArray? = nil, bias: MLXArray? = nil, eps: Float,
    stream: StreamOrDevice = .default
) -> MLXArray {
    MLXFast.layerNorm(x, weight: weight, bias: bias, eps: eps, stream: stream)
}
