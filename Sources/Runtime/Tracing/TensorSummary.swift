import Foundation
import MLX
import TraceDiff

/// The figures that a trace holds of a tensor.
///
/// Elements are taken as float64 (booleans as 0 and 1, complex numbers as their two parts) and added
/// one by one in C order, so that the recorder in Python gets the same bits.
public struct TensorSummary: Equatable, Sendable {
    /// The dimensions.
    public let shape: [Int]
    /// The element type as MLX names it.
    public let dtype: String
    /// The sum of all elements.
    public let sum: Double
    /// The square root of the sum of squares.
    public let l2: Double
    /// The smallest element; NaN if any is, or if there is none.
    public let min: Double
    /// The largest element; NaN if any is, or if there is none.
    public let max: Double
    /// The sum of `(i + 1) * bits(i)` modulo 2^64.
    public let checksum: TraceChecksum
    /// SHA-256 of the raw bytes in C order.
    public let hash: TraceHash

    /// Evaluates an array and summarises it.
    public init(_ array: MLXArray) {
        let data = array.asData(access: .copy).data
        self = data.withUnsafeBytes { bytes in
            Self(bytes: bytes, shape: array.shape, dtype: array.dtype)
        }
    }

    /// Summarises the bytes of a tensor in C order.
    init(bytes: UnsafeRawBufferPointer, shape: [Int], dtype: DType) {
        var figures = Figures()
        switch dtype {
        case .bool: figures.add(bytes, as: UInt8.self) { $0 == 0 ? 0 : 1 }
        case .uint8: figures.add(bytes, as: UInt8.self) { Double($0) }
        case .uint16: figures.add(bytes, as: UInt16.self) { Double($0) }
        case .uint32: figures.add(bytes, as: UInt32.self) { Double($0) }
        case .uint64: figures.add(bytes, as: UInt64.self) { Double($0) }
        case .int8: figures.add(bytes, as: UInt8.self) { Double(Int8(bitPattern: $0)) }
        case .int16: figures.add(bytes, as: UInt16.self) { Double(Int16(bitPattern: $0)) }
        case .int32: figures.add(bytes, as: UInt32.self) { Double(Int32(bitPattern: $0)) }
        case .int64: figures.add(bytes, as: UInt64.self) { Double(Int64(bitPattern: $0)) }
        case .float16: figures.add(bytes, as: UInt16.self, halfValue)
        case .bfloat16:
            figures.add(bytes, as: UInt16.self) { Double(Float(bitPattern: UInt32($0) << 16)) }
        case .float32: figures.add(bytes, as: UInt32.self) { Double(Float(bitPattern: $0)) }
        case .float64: figures.add(bytes, as: UInt64.self) { Double(bitPattern: $0) }
        case .complex64:
            figures.addComplex(bytes)
        }
        self.shape = shape
        self.dtype = "\(dtype)"
        sum = figures.sum
        l2 = figures.squares.squareRoot()
        min = figures.count == 0 ? .nan : figures.min
        max = figures.count == 0 ? .nan : figures.max
        checksum = TraceChecksum(figures.checksum)
        hash = TraceHash(bytes: sha256(bytes))!  // A digest has the 32 bytes that a hash wants.
    }
}

/// An IEEE half as a float64; written out, since x86-64 has no `Float16`.
private func halfValue(_ bits: UInt16) -> Double {
    let sign = bits & 0x8000 == 0 ? 1.0 : -1.0
    let (exponent, fraction) = (Int(bits >> 10) & 0x1F, Double(bits & 0x3FF))
    return switch exponent {
    case 0: sign * fraction * 0x1p-24
    case 31: fraction == 0 ? sign * .infinity : .nan
    default: sign * Double(sign: .plus, exponent: exponent - 25, significand: 1024 + fraction)
    }
}

/// Running figures over the elements of a tensor.
private struct Figures {
    var count = 0
    var sum = 0.0
    var squares = 0.0
    var min = Double.infinity
    var max = -Double.infinity
    var checksum: UInt64 = 0

    mutating func add<Bits: FixedWidthInteger & UnsignedInteger>(
        _ bytes: UnsafeRawBufferPointer, as type: Bits.Type, _ value: (Bits) -> Double
    ) {
        for index in 0..<bytes.count / MemoryLayout<Bits>.size {
            let bits = Bits(
                littleEndian: bytes.loadUnaligned(
                    fromByteOffset: index * MemoryLayout<Bits>.size, as: Bits.self))
            checksum &+= UInt64(index + 1) &* UInt64(truncatingIfNeeded: bits)
            add(value(bits))
        }
    }

    /// Two parts an element, whose eight bytes count as one number in the checksum.
    mutating func addComplex(_ bytes: UnsafeRawBufferPointer) {
        for index in 0..<bytes.count / 8 {
            let bits = UInt64(
                littleEndian: bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
            checksum &+= UInt64(index + 1) &* bits
            add(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
            add(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32))))
        }
    }

    private mutating func add(_ value: Double) {
        count += 1
        sum += value
        squares += value * value
        min = value.isNaN || min.isNaN ? .nan : Swift.min(min, value)
        max = value.isNaN || max.isNaN ? .nan : Swift.max(max, value)
    }
}
