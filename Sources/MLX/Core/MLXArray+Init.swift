internal import CMLX
import Foundation
import Numerics

// MARK: - Scalars

extension MLXArray {
    /// A 0-d `int32` array.
    public convenience init(_ value: Int32) {
        self.init(WeakScalar(Int64(value)), .int32)
    }

    /// A 0-d `int32` array; `int64` if the value needs it.
    public convenience init(_ value: Int) {
        self.init(cmlx_array_weak(WeakScalar(Int64(value)).value, CMLX_NO_DTYPE))
    }

    /// A 0-d `int64` array.
    public convenience init(int64 value: Int) {
        self.init(WeakScalar(Int64(value)), .int64)
    }

    /// A 0-d `bool` array.
    public convenience init(_ value: Bool) {
        self.init(WeakScalar(value), .bool)
    }

    /// A 0-d `float32` array.
    public convenience init(_ value: Float) {
        self.init(WeakScalar(Double(value)), .float32)
    }

    /// A 0-d `float64` array.
    public convenience init(float64 value: Double) {
        self.init(WeakScalar(value), .float64)
    }

    /// A 0-d `bfloat16` array.
    public convenience init(bfloat16 value: Float32) {
        self.init(WeakScalar(Double(value)), .bfloat16)
    }

    /// A 0-d array of the value's dtype; a `Double` becomes `float32` unless it does not fit.
    public convenience init<T: HasDType>(_ value: T) {
        if let value = value as? Double, Swift.abs(value) < Double(Float.greatestFiniteMagnitude) {
            self.init(WeakScalar(value), .float32)
        } else {
            self.init([value], [])
        }
    }

    /// A 0-d array of `dtype`.
    public convenience init<T: HasDType>(_ value: T, dtype: DType) {
        if let scalar = value.weakScalar {
            self.init(scalar, dtype)
        } else {
            self.init(
                withExtendedLifetime(MLXArray([value], [])) {
                    cmlx_astype($0.handle, dtype.code, StreamOrDevice.default.code)
                })
        }
    }

    /// A 0-d `complex64` array.
    public convenience init(real: Float, imaginary: Float) {
        self.init(cmlx_array_complex(real, imaginary))
    }

    /// A 0-d `complex64` array.
    public convenience init(_ value: Complex<Float>) {
        self.init(cmlx_array_complex(value.real, value.imaginary))
    }

    private convenience init(_ scalar: WeakScalar, _ dtype: DType) {
        self.init(cmlx_array_scalar(scalar.value, dtype.code))
    }
}

// MARK: - Values in a row

extension MLXArray {
    /// The values, 1-d or in C order of `shape`, of their own dtype.
    public convenience init<T: HasDType>(
        _ value: [T], _ shape: (some Collection<Int>)? = [Int]?.none
    ) {
        self.init(value.withUnsafeBytes { Self.copied($0, value.count, shape, T.dtype) })
    }

    /// The values as `int32`; as `int64` if one needs it.
    public convenience init(_ value: [Int], _ shape: (some Collection<Int>)? = [Int]?.none) {
        let narrow = value.compactMap { Int32(exactly: $0) }
        if narrow.count == value.count {
            self.init(narrow, shape)
        } else {
            self.init(int64: value, shape)
        }
    }

    /// The values as `int64`.
    public convenience init(
        int64 value: [Int], _ shape: (some Collection<Int>)? = [Int]?.none
    ) {
        self.init(value.withUnsafeBytes { Self.copied($0, value.count, shape, .int64) })
    }

    /// The values as `float32`.
    public convenience init(
        converting value: [Double], _ shape: (some Collection<Int>)? = [Int]?.none
    ) {
        self.init(value.map(Float.init), shape)
    }

    /// The values as `float64`.
    public convenience init(_ value: [Double], _ shape: (some Collection<Int>)? = [Int]?.none) {
        self.init(value.withUnsafeBytes { Self.copied($0, value.count, shape, .float64) })
    }

    /// The values of a sequence; integers of type `Int` as `int32` where they fit.
    public convenience init<S: Sequence>(
        _ sequence: S, _ shape: (some Collection<Int>)? = [Int]?.none
    ) where S.Element: HasDType {
        let values = Array(sequence)
        if let integers = values as? [Int] {
            self.init(integers, shape)
        } else {
            self.init(values, shape)
        }
    }

    /// The values of a sequence as `int64`.
    public convenience init(
        int64 sequence: some Sequence<Int>, _ shape: (some Collection<Int>)? = [Int]?.none
    ) {
        self.init(int64: Array(sequence), shape)
    }

    /// A copy of the values in a buffer.
    public convenience init<T: HasDType>(
        _ ptr: UnsafeBufferPointer<T>, _ shape: (some Collection<Int>)? = [Int]?.none
    ) {
        self.init(Self.copied(UnsafeRawBufferPointer(ptr), ptr.count, shape, T.dtype))
    }

    /// A copy of the bytes of values of `type`.
    public convenience init(
        _ ptr: UnsafeRawBufferPointer, _ shape: (some Collection<Int>)? = [Int]?.none,
        type: (some HasDType).Type
    ) {
        self.init(Self.copied(ptr, ptr.count / type.dtype.size, shape, type.dtype))
    }

    /// A copy of the bytes of values of `type`.
    public convenience init(
        _ data: Data, _ shape: (some Collection<Int>)? = [Int]?.none, type: (some HasDType).Type
    ) {
        self.init(data, shape, dtype: type.dtype)
    }

    /// A copy of the bytes of values of `dtype`.
    public convenience init(
        _ data: Data, _ shape: (some Collection<Int>)? = [Int]?.none, dtype: DType
    ) {
        self.init(
            data.withUnsafeBytes { Self.copied($0, data.count / dtype.size, shape, dtype) })
    }

    /// The array that `asData(access:)` gave out. Only C order is understood.
    public convenience init(data: MLXArrayData) {
        self.init(data.data, data.shape, dtype: data.dType)
    }

    /// An array over memory that is not copied; `finalizer` is called when it is no longer needed.
    public convenience init(
        rawPointer: UnsafeMutableRawPointer, _ shape: (some Collection<Int>)? = [Int]?.none,
        dtype: DType, finalizer: @escaping () -> Void
    ) {
        let context = Unmanaged.passRetained(Finalizer(finalizer)).toOpaque()
        let handle = withInts(shape.map { Array($0) } ?? []) {
            cmlx_array_adopt(rawPointer, $0, dtype.code, context) { context in
                let finalizer = Unmanaged<Finalizer>.fromOpaque(context!).takeRetainedValue()
                finalizer.body()
            }
        }
        self.init(handle)
    }

    private static func copied(
        _ bytes: UnsafeRawBufferPointer, _ count: Int, _ shape: (some Collection<Int>)?,
        _ dtype: DType
    ) -> cmlx_array {
        if let shape {
            withInts(shape) { cmlx_array_copy(bytes.baseAddress, bytes.count, $0, dtype.code) }
        } else {
            withInts(CollectionOfOne(count)) {
                cmlx_array_copy(bytes.baseAddress, bytes.count, $0, dtype.code)
            }
        }
    }
}

/// A closure as an object that C can hold.
private final class Finalizer {
    let body: () -> Void

    init(_ body: @escaping () -> Void) {
        self.body = body
    }
}

extension MLXArray: ExpressibleByArrayLiteral {
    /// The elements as `int32`.
    public convenience init(arrayLiteral elements: Int32...) {
        self.init(elements)
    }
}
