import Foundation

extension TensorFile {
    /// A tensor to write: elements in C order, little-endian.
    public struct Content: Sendable {
        public var name: String
        public var type: ElementType
        public var shape: [Int]
        public var bytes: Data

        public init(name: String, type: ElementType, shape: [Int], bytes: Data) {
            self.name = name
            self.type = type
            self.shape = shape
            self.bytes = bytes
        }
    }

    /// Writes a safetensors file, whole or not at all.
    ///
    /// - Parameters:
    ///   - tensors: in the order of the file; their names differ.
    ///   - format: what the file's metadata says of its origin, such as `mlx`.
    /// - Throws: ``TraceError`` if the file cannot be written.
    public static func write(
        _ tensors: [Content], format: String? = nil, to path: String
    ) throws(TraceError) {
        var members = format.map { ["\"__metadata__\":{\"format\":\($0.jsonQuoted)}"] } ?? []
        var data = Data()
        for tensor in tensors {
            let extents = tensor.shape.map(String.init).joined(separator: ",")
            let end = data.count + tensor.bytes.count
            members.append(
                "\(tensor.name.jsonQuoted):{\"dtype\":\"\(tensor.type.safetensorsName)\","
                    + "\"shape\":[\(extents)],\"data_offsets\":[\(data.count),\(end)]}")
            data += tensor.bytes
        }
        var header = "{\(members.joined(separator: ","))}"
        // Readers map the values: they begin at a multiple of their size.
        header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Data($0) }
        do {
            try (length + Data(header.utf8) + data)
                .write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw TraceError(
                file: path, .file("cannot be written: \(error.localizedDescription)"))
        }
    }
}

extension ElementType {
    /// The type as a safetensors header names it.
    var safetensorsName: String {
        switch self {
        case .bool: "BOOL"
        case .uint8: "U8"
        case .uint16: "U16"
        case .uint32: "U32"
        case .uint64: "U64"
        case .int8: "I8"
        case .int16: "I16"
        case .int32: "I32"
        case .int64: "I64"
        case .float16: "F16"
        case .bfloat16: "BF16"
        case .float32: "F32"
        case .float64: "F64"
        case .complex64: "C64"
        }
    }

    /// Bytes of float32 values in this type, rounded to the nearest, ties to even; nil if it is no
    /// floating-point type.
    public func bytes(of values: [Float]) -> Data? {
        switch self {
        case .float32: values.withUnsafeBytes { Data($0) }
        case .bfloat16:
            values.map { value in
                let bits = value.bitPattern
                return UInt16(truncatingIfNeeded: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16)
            }.withUnsafeBytes { Data($0) }
        case .float16: values.map(Self.halfBits).withUnsafeBytes { Data($0) }
        default: nil
        }
    }

    /// Swift has no `Float16` on x86_64 macOS. Below 2^-14 numbers are multiples of 2^-24.
    private static func halfBits(_ value: Float) -> UInt16 {
        let sign: UInt16 = value.sign == .minus ? 0x8000 : 0
        let magnitude = abs(value)
        if magnitude.isNaN { return 0x7E00 }
        if magnitude < 0x1p-14 {
            return sign | UInt16((magnitude * 0x1p24).rounded(.toNearestOrEven))
        }
        let exponent = Int(magnitude.exponent)
        guard exponent < 16 else { return sign | 0x7C00 }
        let fraction = (magnitude.significand * 1024).rounded(.toNearestOrEven)
        // A fraction that is rounded up to 2048 carries into the exponent.
        let bits = (exponent + 14) << 10 + Int(fraction)
        return sign | UInt16(min(bits, 0x7C00))
    }
}
