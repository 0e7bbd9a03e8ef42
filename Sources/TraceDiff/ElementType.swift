import Foundation

/// The element types of tensors, as MLX and safetensors name them.
public enum ElementType: String, Sendable, CaseIterable {
    case bool, uint8, uint16, uint32, uint64, int8, int16, int32, int64
    case float16, bfloat16, float32, float64, complex64

    /// The type that a safetensors header names, such as `BF16`; nil if it is unknown.
    public init?(safetensors name: String) {
        guard let type = Self.allCases.first(where: { $0.safetensorsName == name }) else {
            return nil
        }
        self = type
    }

    /// Bytes of an element.
    public var size: Int {
        switch self {
        case .bool, .uint8, .int8: 1
        case .uint16, .int16, .float16, .bfloat16: 2
        case .uint32, .int32, .float32: 4
        case .uint64, .int64, .float64, .complex64: 8
        }
    }

    /// Calls `body` with each element as float64, in C order; a complex element counts as its real
    /// and its imaginary part.
    ///
    /// - Parameter bytes: little-endian elements, a multiple of ``size`` bytes.
    public func forEachValue(in bytes: UnsafeRawBufferPointer, _ body: (Double) -> Void) {
        switch self {
        case .bool, .uint8: Self.each(bytes, UInt8.self) { body(Double($0)) }
        case .uint16: Self.each(bytes, UInt16.self) { body(Double($0)) }
        case .uint32: Self.each(bytes, UInt32.self) { body(Double($0)) }
        case .uint64: Self.each(bytes, UInt64.self) { body(Double($0)) }
        case .int8: Self.each(bytes, Int8.self) { body(Double($0)) }
        case .int16: Self.each(bytes, Int16.self) { body(Double($0)) }
        case .int32: Self.each(bytes, Int32.self) { body(Double($0)) }
        case .int64: Self.each(bytes, Int64.self) { body(Double($0)) }
        case .float16: Self.each(bytes, UInt16.self) { body(Self.halfValue($0)) }
        case .bfloat16:
            Self.each(bytes, UInt16.self) { body(Double(Float(bitPattern: UInt32($0) << 16))) }
        case .float32, .complex64: Self.each(bytes, Float.self) { body(Double($0)) }
        case .float64: Self.each(bytes, Double.self, body)
        }
    }

    /// Calls `body` with the bits of each element, widened to 64.
    public func forEachPattern(in bytes: UnsafeRawBufferPointer, _ body: (UInt64) -> Void) {
        switch size {
        case 1: Self.each(bytes, UInt8.self) { body(UInt64($0)) }
        case 2: Self.each(bytes, UInt16.self) { body(UInt64($0)) }
        case 4: Self.each(bytes, UInt32.self) { body(UInt64($0)) }
        default: Self.each(bytes, UInt64.self, body)
        }
    }

    private static func each<Element>(
        _ bytes: UnsafeRawBufferPointer, _ type: Element.Type, _ body: (Element) -> Void
    ) {
        let width = MemoryLayout<Element>.size
        for offset in stride(from: 0, to: bytes.count - bytes.count % width, by: width) {
            body(bytes.loadUnaligned(fromByteOffset: offset, as: type))
        }
    }

    /// Swift has no `Float16` on x86_64 macOS: the value is put together from the fields.
    private static func halfValue(_ bits: UInt16) -> Double {
        let sign: Double = bits & 0x8000 == 0 ? 1 : -1
        let exponent = Int(bits >> 10 & 0x1F)
        let fraction = Double(bits & 0x3FF)
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * (1 + fraction / 1024) * pow(2, Double(exponent - 15))
        }
    }
}

/// The statistics of a record, computed from a tensor's bytes.
public struct TensorStatistics: Sendable, Equatable {
    /// The sum in float64, element by element.
    public var sum = 0.0
    /// The square root of the sum of squares.
    public var l2 = 0.0
    /// The smallest element; NaN if any is, or if there is none.
    public var min = Double.nan
    /// The largest element; NaN if any is, or if there is none.
    public var max = Double.nan
    /// The position-sensitive checksum of the elements' bits.
    public var checksum = TraceChecksum(0)

    /// Computes the statistics of contiguous elements in C order.
    public init(_ bytes: UnsafeRawBufferPointer, _ type: ElementType) {
        var (sum, squares) = (0.0, 0.0)
        var (smallest, largest) = (Double.infinity, -Double.infinity)
        var (hasNaN, isEmpty) = (false, true)
        type.forEachValue(in: bytes) { value in
            sum += value
            squares += value * value
            if value.isNaN { hasNaN = true }
            if value < smallest { smallest = value }
            if value > largest { largest = value }
            isEmpty = false
        }
        self.sum = sum
        l2 = squares.squareRoot()
        if !hasNaN, !isEmpty { (min, max) = (smallest, largest) }

        var (checksum, position) = (UInt64(0), UInt64(0))
        type.forEachPattern(in: bytes) { bits in
            position &+= 1
            checksum &+= position &* bits
        }
        self.checksum = TraceChecksum(checksum)
    }
}
