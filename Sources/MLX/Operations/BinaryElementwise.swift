internal import CMLX

// Operations on pairs of elements. Shapes broadcast; a scalar takes the dtype of an array beside it.

/// The sum of two values, element by element.
///
/// Source: `mlx.core.add`.
public func add(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_add, a, b, stream)
}

/// The quotient of two values, element by element; integers give `float32`.
///
/// Source: `mlx.core.divide`.
public func divide(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_divide, a, b, stream)
}

/// Where two values are equal: `bool`.
///
/// Source: `mlx.core.equal`.
public func equal(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_equal, a, b, stream)
}

/// Where `a` is greater than `b`: `bool`.
///
/// Source: `mlx.core.greater`.
public func greater(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_greater, a, b, stream)
}

/// Where `a` is greater than or equal to `b`: `bool`.
///
/// Source: `mlx.core.greater_equal`.
public func greaterEqual(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_greater_equal, a, b, stream)
}

/// Where `a` is less than `b`: `bool`.
///
/// Source: `mlx.core.less`.
public func less(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_less, a, b, stream)
}

/// Where `a` is less than or equal to `b`: `bool`.
///
/// Source: `mlx.core.less_equal`.
public func lessEqual(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_less_equal, a, b, stream)
}

/// The logarithm of the sum of the exponentials, element by element.
///
/// Source: `mlx.core.logaddexp`.
public func logAddExp(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_logaddexp, a, b, stream)
}

/// Where both values are not 0: `bool`.
///
/// Source: `mlx.core.logical_and`.
public func logicalAnd(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_logical_and, a, b, stream)
}

/// Where one of the values is not 0: `bool`.
///
/// Source: `mlx.core.logical_or`.
public func logicalOr(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_logical_or, a, b, stream)
}

/// The larger of two values, element by element; not a number if one is.
///
/// Source: `mlx.core.maximum`.
public func maximum(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_maximum, a, b, stream)
}

/// The smaller of two values, element by element; not a number if one is.
///
/// Source: `mlx.core.minimum`.
public func minimum(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_minimum, a, b, stream)
}

/// The product of two values, element by element.
///
/// Source: `mlx.core.multiply`.
public func multiply(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_multiply, a, b, stream)
}

/// Where two values differ: `bool`.
///
/// Source: `mlx.core.not_equal`.
public func notEqual(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_not_equal, a, b, stream)
}

/// The remainder of the division, of the sign of `b`, element by element.
///
/// Source: `mlx.core.remainder`.
public func remainder(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_remainder, a, b, stream)
}

/// The difference of two values, element by element.
///
/// Source: `mlx.core.subtract`.
public func subtract(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_subtract, a, b, stream)
}

/// The bits that both integers have, element by element.
///
/// Source: `mlx.core.bitwise_and`.
public func bitwiseAnd(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_bitwise_and, a, b, stream)
}

/// The bits that one of the integers has, element by element.
///
/// Source: `mlx.core.bitwise_or`.
public func bitwiseOr(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_bitwise_or, a, b, stream)
}

/// The bits that differ, element by element.
///
/// Source: `mlx.core.bitwise_xor`.
public func bitwiseXOr(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_bitwise_xor, a, b, stream)
}

/// The bits of `a` moved left by `b`, element by element.
///
/// Source: `mlx.core.left_shift`.
public func leftShift(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_left_shift, a, b, stream)
}

/// The bits of `a` moved right by `b`, element by element.
///
/// Source: `mlx.core.right_shift`.
public func rightShift(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_right_shift, a, b, stream)
}

/// The angle of the point (`b`, `a`), element by element.
///
/// Source: `mlx.core.arctan2`.
public func atan2(_ a: MLXArray, _ b: MLXArray, stream: StreamOrDevice = .default) -> MLXArray {
    binary(CMLX_BINARY_arctan2, a, b, stream)
}

/// `array` to the power of `other`, element by element.
///
/// Source: `mlx.core.power`.
public func pow(_ array: MLXArray, _ other: MLXArray, stream: StreamOrDevice = .default) -> MLXArray
{
    binary(CMLX_BINARY_power, array, other, stream)
}

/// `array` to the power of `other`, element by element.
///
/// Source: `mlx.core.power`.
public func pow(
    _ array: MLXArray, _ other: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_power, array, other, stream)
}

/// `array` to the power of `other`, element by element.
///
/// Source: `mlx.core.power`.
public func pow(
    _ array: some ScalarOrArray, _ other: MLXArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_power, array, other, stream)
}

/// The quotient rounded down, element by element.
///
/// Source: `mlx.core.floor_divide`.
public func floorDivide(
    _ array: MLXArray, _ other: some ScalarOrArray, stream: StreamOrDevice = .default
) -> MLXArray {
    binary(CMLX_BINARY_floor_divide, array, other, stream)
}

/// The quotient rounded down and the remainder, element by element.
///
/// Source: `mlx.core.divmod`.
public func divmod(
    _ a: some ScalarOrArray, _ b: some ScalarOrArray, stream: StreamOrDevice = .default
) -> (MLXArray, MLXArray) {
    let (a, b) = toArrays(a, b)
    let results = withExtendedLifetime((a, b)) {
        list(count: 2) { cmlx_divmod(&$0, a.handle, b.handle, stream.code) }
    }
    return (results[0], results[1])
}

extension MLXArray {
    /// This array to the power of `other`, element by element.
    ///
    /// Source: `mlx.core.power`.
    public func pow(_ other: some ScalarOrArray, stream: StreamOrDevice = .default) -> MLXArray {
        binary(CMLX_BINARY_power, self, other, stream)
    }

    /// The quotient rounded down, element by element.
    ///
    /// Source: `mlx.core.floor_divide`.
    public func floorDivide(_ other: some ScalarOrArray, stream: StreamOrDevice = .default)
        -> MLXArray
    {
        binary(CMLX_BINARY_floor_divide, self, other, stream)
    }
}
