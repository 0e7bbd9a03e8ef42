internal import CMLX
import Foundation

extension MLXArray {
    /// The only element. Evaluates; for an array of another size an error and 0.
    ///
    /// Source: `mlx.core.array.item`.
    public func item<T: HasDType>() -> T {
        item(T.self)
    }

    /// The only element, converted to `type`. Evaluates; for an array of another size an error and 0.
    ///
    /// Source: `mlx.core.array.item`.
    public func item<T: HasDType>(_ type: T.Type) -> T {
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { bytes in
            bytes.initializeMemory(as: UInt8.self, repeating: 0)
            let error = withExtendedLifetime(self) {
                cmlx_item(handle, T.dtype.code, bytes.baseAddress!)
            }
            if let error { consume(error) }
            return bytes.load(as: T.self)
        }
    }

    /// All elements in C order, converted to `type`. Evaluates; on an error none.
    ///
    /// Source: `mlx.core.array.tolist`, flat.
    public func asArray<T: HasDType>(_ type: T.Type) -> [T] {
        withOrderedBytes(as: T.dtype) { bytes in
            [T](unsafeUninitializedCapacity: bytes.count / MemoryLayout<T>.stride) {
                buffer, initialized in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
                initialized = buffer.count
            }
        }
    }

    /// How `asData(access:)` gets at the bytes.
    public enum AccessMethod: Sendable {
        /// A copy in C order.
        case copy
        /// The array's own memory where it is in C order, otherwise a copy.
        case noCopyIfContiguous
        /// The array's own memory, in whatever order its strides say.
        case noCopy
    }

    /// The bytes of an array and what they mean. Bytes that are not a copy are valid while the array
    /// lives.
    public struct MLXArrayData {
        /// The bytes.
        public let data: Data
        /// The dimensions.
        public let shape: [Int]
        /// The strides in elements.
        public let strides: [Int]
        /// The dtype.
        public let dType: DType
    }

    /// The bytes. Evaluates; on an error none.
    public func asData(access: AccessMethod = .copy) -> MLXArrayData {
        eval()
        let ordered = Self.contiguousStrides(shape)
        if access == .noCopy
            || (access == .noCopyIfContiguous && Self.areContiguous(strides, shape))
        {
            let count = access == .noCopy ? cmlx_data_nbytes(handle) : nbytes
            let data = cmlx_data(handle).map {
                Data(
                    bytesNoCopy: UnsafeMutableRawPointer(mutating: $0), count: count,
                    deallocator: .none)
            }
            return MLXArrayData(data: data ?? Data(), shape: shape, strides: strides, dType: dtype)
        }
        let data = withOrderedBytes(as: dtype) { Data($0) }
        return MLXArrayData(data: data, shape: shape, strides: ordered, dType: dtype)
    }

    /// Calls `body` with the elements in C order, converted to `dtype`; on an error with none. The
    /// engine makes room first: that this is too little is an error, which Swift's own is not.
    private func withOrderedBytes<R>(
        as dtype: DType, _ body: (UnsafeRawBufferPointer) -> R
    ) -> R {
        let ordered = unary(self) { cmlx_evaluated_contiguous($0, dtype.code) }
        return withExtendedLifetime(ordered) {
            body(UnsafeRawBufferPointer(start: cmlx_data(ordered.handle), count: ordered.nbytes))
        }
    }

    /// The bytes in C order. Evaluates; on an error none.
    public func asData(noCopy: Bool = false, disambiguate: Bool = false) -> Data {
        asData(access: noCopy ? .noCopyIfContiguous : .copy).data
    }

    /// The strides of an array of `shape` in C order.
    private static func contiguousStrides(_ shape: [Int]) -> [Int] {
        var strides: [Int] = []
        var stride = 1
        for dimension in shape.reversed() {
            strides.append(stride)
            stride *= dimension
        }
        return strides.reversed()
    }

    /// Whether elements with these strides lie in C order; where there is one element, its stride says nothing.
    private static func areContiguous(_ strides: [Int], _ shape: [Int]) -> Bool {
        zip(shape, zip(strides, contiguousStrides(shape))).allSatisfy { $0 == 1 || $1.0 == $1.1 }
    }
}

/// The bytes of an array and what they mean.
public typealias MLXArrayData = MLXArray.MLXArrayData
