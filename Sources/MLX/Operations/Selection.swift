internal import CMLX

// Choosing, limiting, rounding and comparing elements.

/// `a` where the condition is true, otherwise `b`.
///
/// Source: `mlx.core.where`.
public func which(
    _ condition: MLXArray, _ a: some ScalarOrArray, _ b: some ScalarOrArray,
    stream: StreamOrDevice = .default
) -> MLXArray {
    let (a, b) = toArrays(a, b)
    return ternary(condition, a, b) { cmlx_where($0, $1, $2, stream.code) }
}

/// `a` where the condition is true, otherwise `b`.
///
/// Source: `mlx.core.where`.
public func `where`(
    _ condition: MLXArray, _ a: some ScalarOrArray, _ b: some ScalarOrArray,
    stream: StreamOrDevice = .default
) -> MLXArray {
    which(condition, a, b, stream: stream)
}

/// The elements, none less than `min`.
///
/// Source: `mlx.core.clip`.
public func clip(
    _ array: MLXArray, min: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    clipped(array, operand(min, beside: array.dtype), nil, stream)
}

/// The elements, none less than `min` or greater than `max`.
///
/// Source: `mlx.core.clip`.
public func clip(
    _ array: MLXArray, min: some ScalarOrArray, max: some ScalarOrArray,
    stream: StreamOrDevice = .default
) -> MLXArray {
    clipped(
        array, operand(min, beside: array.dtype), operand(max, beside: array.dtype), stream)
}

/// The elements, none greater than `max`.
///
/// Source: `mlx.core.clip`.
public func clip(
    _ array: MLXArray, max: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    clipped(array, nil, operand(max, beside: array.dtype), stream)
}

private func clipped(
    _ array: MLXArray, _ min: MLXArray?, _ max: MLXArray?, _ stream: StreamOrDevice
) -> MLXArray {
    withHandle(min) { min in
        withHandle(max) { max in unary(array) { cmlx_clip($0, min, max, stream.code) } }
    }
}

/// The elements rounded to a number of decimals, halves to even.
///
/// Source: `mlx.core.round`.
public func round(_ array: MLXArray, decimals: Int = 0, stream: StreamOrDevice = .default)
    -> MLXArray
{
    unary(array) { cmlx_round($0, Int32(clamping: decimals), stream.code) }
}

/// The elements with numbers in place of what is no number or infinite; nil: the largest finite ones.
///
/// Source: `mlx.core.nan_to_num`.
public func nanToNum(
    _ array: MLXArray, nan: Float = 0, posInf: Float? = 0, negInf: Float? = 0,
    stream: StreamOrDevice = .default
) -> MLXArray {
    unary(array) { cmlx_nan_to_num($0, nan, posInf.code, negInf.code, stream.code) }
}

// MARK: - Comparison with a tolerance

/// Where the elements differ by no more than `atol + rtol * |b|`: `bool`.
///
/// Source: `mlx.core.isclose`.
public func isClose(
    _ a: MLXArray, _ b: MLXArray, rtol: Double = 1e-5, atol: Double = 1e-8,
    equalNaN: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(a, b) { cmlx_isclose($0, $1, rtol, atol, equalNaN, stream.code) }
}

/// Whether all elements differ by no more than `atol + rtol * |other|`: 0-d `bool`.
///
/// Source: `mlx.core.allclose`.
public func allClose(
    _ array: MLXArray, _ other: some ScalarOrArray, rtol: Double = 1e-5, atol: Double = 1e-8,
    equalNaN: Bool = false, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(array, operand(other, beside: array.dtype)) {
        cmlx_allclose($0, $1, rtol, atol, equalNaN, stream.code)
    }
}

/// Whether shapes and all elements are equal: 0-d `bool`.
///
/// Source: `mlx.core.array_equal`.
public func arrayEqual(
    _ array: MLXArray, _ other: some ScalarOrArray, equalNAN: Bool = false,
    stream: StreamOrDevice = .default
) -> MLXArray {
    binary(array, operand(other, beside: array.dtype)) {
        cmlx_array_equal($0, $1, equalNAN, stream.code)
    }
}

extension MLXArray {
    /// The elements rounded to a number of decimals, halves to even.
    ///
    /// Source: `mlx.core.round`.
    public func round(decimals: Int = 0, stream: StreamOrDevice = .default) -> MLXArray {
        MLX.round(self, decimals: decimals, stream: stream)
    }

    /// Whether all elements differ by no more than `atol + rtol * |other|`: 0-d `bool`.
    ///
    /// Source: `mlx.core.allclose`.
    public func allClose(
        _ other: some ScalarOrArray, rtol: Double = 1e-5, atol: Double = 1e-8,
        equalNaN: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.allClose(self, other, rtol: rtol, atol: atol, equalNaN: equalNaN, stream: stream)
    }

    /// Whether shapes and all elements are equal: 0-d `bool`.
    ///
    /// Source: `mlx.core.array_equal`.
    public func arrayEqual(
        _ other: some ScalarOrArray, equalNAN: Bool = false, stream: StreamOrDevice = .default
    ) -> MLXArray {
        MLX.arrayEqual(self, other, equalNAN: equalNAN, stream: stream)
    }

    /// The elements divided by their 2-norm along an axis, which counts as at least `eps`.
    public func l2Normalized(axis: Int = -1, eps: Float = 1e-12) -> MLXArray {
        self / maximum(MLXLinalg.norm(self, ord: 2, axis: axis, keepDims: true), eps)
    }
}
