internal import CMLX

// Operators work element by element. Shapes broadcast; a scalar takes the dtype of the array beside it.

infix operator ** : BitwiseShiftPrecedence
infix operator .&& : LogicalConjunctionPrecedence
infix operator .|| : LogicalDisjunctionPrecedence

// MARK: - Arithmetic and bits

extension MLXArray {
    /// The sum.
    public static func + (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_add, lhs, rhs, .default)
    }

    /// The sum.
    public static func + (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_add, lhs, rhs, .default)
    }

    /// The sum.
    public static func + (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_add, lhs, rhs, .default)
    }

    /// The difference.
    public static func - (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_subtract, lhs, rhs, .default)
    }

    /// The difference.
    public static func - (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_subtract, lhs, rhs, .default)
    }

    /// The difference.
    public static func - (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_subtract, lhs, rhs, .default)
    }

    /// The product.
    public static func * (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_multiply, lhs, rhs, .default)
    }

    /// The product.
    public static func * (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_multiply, lhs, rhs, .default)
    }

    /// The product.
    public static func * (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_multiply, lhs, rhs, .default)
    }

    /// The quotient; integers give `float32`.
    public static func / (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_divide, lhs, rhs, .default)
    }

    /// The quotient; integers give `float32`.
    public static func / (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_divide, lhs, rhs, .default)
    }

    /// The quotient; integers give `float32`.
    public static func / (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_divide, lhs, rhs, .default)
    }

    /// The left value to the power of the right one.
    public static func ** (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_power, lhs, rhs, .default)
    }

    /// The left value to the power of the right one.
    public static func ** (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_power, lhs, rhs, .default)
    }

    /// The left value to the power of the right one.
    public static func ** (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_power, lhs, rhs, .default)
    }

    /// The remainder of the division, of the sign of the right value.
    public static func % (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_remainder, lhs, rhs, .default)
    }

    /// The remainder of the division, of the sign of the right value.
    public static func % (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_remainder, lhs, rhs, .default)
    }

    /// The remainder of the division, of the sign of the right value.
    public static func % (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_remainder, lhs, rhs, .default)
    }

    /// The bits that both integers have.
    public static func & (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_and, lhs, rhs, .default)
    }

    /// The bits that both integers have.
    public static func & (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_and, lhs, rhs, .default)
    }

    /// The bits that both integers have.
    public static func & (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_and, lhs, rhs, .default)
    }

    /// The bits that one of the integers has.
    public static func | (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_or, lhs, rhs, .default)
    }

    /// The bits that one of the integers has.
    public static func | (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_or, lhs, rhs, .default)
    }

    /// The bits that one of the integers has.
    public static func | (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_or, lhs, rhs, .default)
    }

    /// The bits that differ.
    public static func ^ (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_xor, lhs, rhs, .default)
    }

    /// The bits that differ.
    public static func ^ (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_xor, lhs, rhs, .default)
    }

    /// The bits that differ.
    public static func ^ (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_bitwise_xor, lhs, rhs, .default)
    }

    /// The bits of the left value moved left.
    public static func << (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_left_shift, lhs, rhs, .default)
    }

    /// The bits of the left value moved left.
    public static func << (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_left_shift, lhs, rhs, .default)
    }

    /// The bits of the left value moved left.
    public static func << (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_left_shift, lhs, rhs, .default)
    }

    /// The bits of the left value moved right.
    public static func >> (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_right_shift, lhs, rhs, .default)
    }

    /// The bits of the left value moved right.
    public static func >> (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_right_shift, lhs, rhs, .default)
    }

    /// The bits of the left value moved right.
    public static func >> (lhs: some ScalarOrArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_right_shift, lhs, rhs, .default)
    }

    /// The negated elements.
    public static prefix func - (lhs: MLXArray) -> MLXArray {
        unary(CMLX_UNARY_negative, lhs, .default)
    }

    /// The elements with their bits inverted.
    public static prefix func ~ (lhs: MLXArray) -> MLXArray {
        unary(CMLX_UNARY_bitwise_invert, lhs, .default)
    }
}

// MARK: - Arithmetic in place

// The left object refers to the result, and so does every other name of it, as in Python.
extension MLXArray {
    /// Makes the left array the sum.
    public static func += (lhs: inout MLXArray, rhs: MLXArray) {
        lhs._updateInternal(lhs + rhs)
    }

    /// Makes the left array the sum.
    public static func += (lhs: inout MLXArray, rhs: some ScalarOrArray) {
        lhs._updateInternal(lhs + rhs)
    }

    /// Makes the left array the difference.
    public static func -= (lhs: inout MLXArray, rhs: MLXArray) {
        lhs._updateInternal(lhs - rhs)
    }

    /// Makes the left array the difference.
    public static func -= (lhs: inout MLXArray, rhs: some ScalarOrArray) {
        lhs._updateInternal(lhs - rhs)
    }

    /// Makes the left array the product.
    public static func *= (lhs: inout MLXArray, rhs: MLXArray) {
        lhs._updateInternal(lhs * rhs)
    }

    /// Makes the left array the product.
    public static func *= (lhs: inout MLXArray, rhs: some ScalarOrArray) {
        lhs._updateInternal(lhs * rhs)
    }

    /// Makes the left array the quotient; integers give `float32`.
    public static func /= (lhs: inout MLXArray, rhs: MLXArray) {
        lhs._updateInternal(lhs / rhs)
    }

    /// Makes the left array the quotient; integers give `float32`.
    public static func /= (lhs: inout MLXArray, rhs: some ScalarOrArray) {
        lhs._updateInternal(lhs / rhs)
    }
}

// MARK: - Comparison and logic

extension MLXArray {
    /// Where the values are equal: `bool`.
    public static func .== (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_equal, lhs, rhs, .default)
    }

    /// Where the values are equal: `bool`.
    public static func .== (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_equal, lhs, rhs, .default)
    }

    /// Where the values differ: `bool`.
    public static func .!= (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_not_equal, lhs, rhs, .default)
    }

    /// Where the values differ: `bool`.
    public static func .!= (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_not_equal, lhs, rhs, .default)
    }

    /// Where the left value is less: `bool`.
    public static func .< (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_less, lhs, rhs, .default)
    }

    /// Where the left value is less: `bool`.
    public static func .< (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_less, lhs, rhs, .default)
    }

    /// Where the left value is less or equal: `bool`.
    public static func .<= (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_less_equal, lhs, rhs, .default)
    }

    /// Where the left value is less or equal: `bool`.
    public static func .<= (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_less_equal, lhs, rhs, .default)
    }

    /// Where the left value is greater: `bool`.
    public static func .> (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_greater, lhs, rhs, .default)
    }

    /// Where the left value is greater: `bool`.
    public static func .> (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_greater, lhs, rhs, .default)
    }

    /// Where the left value is greater or equal: `bool`.
    public static func .>= (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_greater_equal, lhs, rhs, .default)
    }

    /// Where the left value is greater or equal: `bool`.
    public static func .>= (lhs: MLXArray, rhs: some ScalarOrArray) -> MLXArray {
        binary(CMLX_BINARY_greater_equal, lhs, rhs, .default)
    }

    /// Where both values are not 0: `bool`.
    public static func .&& (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_logical_and, lhs, rhs, .default)
    }

    /// Where one of the values is not 0: `bool`.
    public static func .|| (lhs: MLXArray, rhs: MLXArray) -> MLXArray {
        binary(CMLX_BINARY_logical_or, lhs, rhs, .default)
    }

    /// Where the value is 0: `bool`.
    public static prefix func .! (lhs: MLXArray) -> MLXArray {
        unary(CMLX_UNARY_logical_not, lhs, .default)
    }
}
