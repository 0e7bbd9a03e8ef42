internal import CMLX
import Numerics

/// What an operator takes beside an array: an array, or a scalar that takes the array's dtype by
/// Python's rules (`bfloat16 * 2.0` stays `bfloat16`, `int32 * 2.0` is `float32`).
public protocol ScalarOrArray {
    /// The value as an array. A scalar becomes what it is beside an array of `dtype`, or without one
    /// what Python makes of it: `bool`, `int32` (`int64` if it must), `float32` or `complex64`.
    func asMLXArray(dtype: DType?) -> MLXArray

    /// The value as a Python-like scalar; nil for arrays.
    var weakScalar: WeakScalar? { get }
}

extension ScalarOrArray {
    /// Nil: an array.
    public var weakScalar: WeakScalar? { nil }
}

/// A Python-like scalar, which has no dtype of its own.
public struct WeakScalar: Sendable {
    let value: cmlx_scalar

    /// A truth value.
    public init(_ value: Bool) {
        self.value = cmlx_scalar(bits: value ? 1 : 0, kind: CMLX_SCALAR_BOOL)
    }

    /// An integer.
    public init(_ value: Int64) {
        self.value = cmlx_scalar(bits: value, kind: CMLX_SCALAR_INT)
    }

    /// A number.
    public init(_ value: Double) {
        self.value = cmlx_scalar(
            bits: Int64(bitPattern: value.bitPattern), kind: CMLX_SCALAR_FLOAT)
    }
}

/// A Swift type whose values are elements of arrays.
public protocol HasDType: ScalarOrArray {
    /// The dtype of arrays of these values.
    static var dtype: DType { get }
}

extension HasDType {
    /// The value as a 0-d array, by Python's rules for scalars.
    public func asMLXArray(dtype: DType?) -> MLXArray {
        guard let weakScalar else { return MLXArray(self) }
        return MLXArray(cmlx_array_weak(weakScalar.value, dtype.code))
    }
}

extension Bool: HasDType {
    /// `bool`.
    public static var dtype: DType { .bool }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(self) }
}

extension Int: HasDType {
    /// `int64`.
    public static var dtype: DType { .int64 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension Int8: HasDType {
    /// `int8`.
    public static var dtype: DType { .int8 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension Int16: HasDType {
    /// `int16`.
    public static var dtype: DType { .int16 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension Int32: HasDType {
    /// `int32`.
    public static var dtype: DType { .int32 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension Int64: HasDType {
    /// `int64`.
    public static var dtype: DType { .int64 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(self) }
}

extension UInt: HasDType {
    /// `uint64`.
    public static var dtype: DType { .uint64 }
    /// The value as a scalar without a dtype; an array if it exceeds the signed integers.
    public var weakScalar: WeakScalar? { Int64(exactly: self).map { WeakScalar($0) } }
}

extension UInt8: HasDType {
    /// `uint8`.
    public static var dtype: DType { .uint8 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension UInt16: HasDType {
    /// `uint16`.
    public static var dtype: DType { .uint16 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension UInt32: HasDType {
    /// `uint32`.
    public static var dtype: DType { .uint32 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Int64(self)) }
}

extension UInt64: HasDType {
    /// `uint64`.
    public static var dtype: DType { .uint64 }
    /// The value as a scalar without a dtype; an array if it exceeds the signed integers.
    public var weakScalar: WeakScalar? { Int64(exactly: self).map { WeakScalar($0) } }
}

extension Float16: HasDType {
    /// `float16`.
    public static var dtype: DType { .float16 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Double(self)) }
}

extension Float: HasDType {
    /// `float32`.
    public static var dtype: DType { .float32 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(Double(self)) }
}

extension Double: HasDType {
    /// `float64`.
    public static var dtype: DType { .float64 }
    /// The value as a scalar without a dtype.
    public var weakScalar: WeakScalar? { WeakScalar(self) }
}

extension Complex<Float>: ScalarOrArray, HasDType {
    /// `complex64`.
    public static var dtype: DType { .complex64 }
    /// The value as a 0-d array of `complex64`, whatever stands beside it.
    public func asMLXArray(dtype: DType?) -> MLXArray { MLXArray(self) }
}

extension MLXArray: ScalarOrArray {
    /// The array itself.
    public func asMLXArray(dtype: DType?) -> MLXArray { self }
}

extension Array: ScalarOrArray where Element: HasDType {
    /// The elements as a 1-d array of `dtype`, or of their own.
    public func asMLXArray(dtype: DType?) -> MLXArray {
        MLXArray(self).asType(dtype ?? Element.dtype)
    }
}

/// Two values as arrays: a scalar beside an array takes its dtype.
public func toArrays(_ a: some ScalarOrArray, _ b: some ScalarOrArray) -> (MLXArray, MLXArray) {
    if a.weakScalar == nil {
        let a = a.asMLXArray(dtype: nil)
        return (a, operand(b, beside: a.dtype))
    }
    let right = operand(b, beside: nil)
    return (operand(a, beside: b.weakScalar == nil ? right.dtype : nil), right)
}

/// A value as an argument of an operation: a scalar comes from the pool of constants.
func operand(_ value: some ScalarOrArray, beside dtype: DType?) -> MLXArray {
    guard let scalar = value.weakScalar else { return value.asMLXArray(dtype: dtype) }
    return MLXArray(cmlx_constant(scalar.value, dtype.code))
}
