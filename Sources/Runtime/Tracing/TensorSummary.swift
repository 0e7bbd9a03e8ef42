import Foundation
import MLX
import MLXNN
import TraceDiff

/// What a trace holds of a tensor.
public struct TensorSummary: Equatable, Sendable {
    /// The dimensions.
    public let shape: [Int]
    /// The element type as MLX names it; `number` for a number of the language.
    public private(set) var dtype: String
    /// The figures over the elements, whose bits are the recorder's.
    public let statistics: TensorStatistics
    /// SHA-256 of the raw bytes in C order.
    public let hash: TraceHash

    /// Evaluates an array and summarises it.
    public init(_ array: MLXArray) { self.init(array.asData(access: .copy)) }

    /// Summarises the elements of an array in C order.
    init(_ data: MLXArray.MLXArrayData) {
        self = data.data.withUnsafeBytes { bytes in
            Self(bytes: bytes, shape: data.shape, dtype: data.dType)
        }
    }

    /// Summarises a number of the language: the only element of a scalar.
    init(_ number: Double) {
        self = withUnsafeBytes(of: number) { Self(bytes: $0, shape: [], dtype: .float64) }
        dtype = "number"
    }

    /// Summarises the bytes of a tensor in C order.
    init(bytes: UnsafeRawBufferPointer, shape: [Int], dtype: DType) {
        self.shape = shape
        self.dtype = "\(dtype)"
        statistics = TensorStatistics(bytes, ElementType(dtype))
        hash = TraceHash(of: bytes)
    }
}

extension ElementType {
    /// The type of the same name.
    init(_ dtype: DType) {
        switch dtype {
        case .bool: self = .bool
        case .uint8: self = .uint8
        case .uint16: self = .uint16
        case .uint32: self = .uint32
        case .uint64: self = .uint64
        case .int8: self = .int8
        case .int16: self = .int16
        case .int32: self = .int32
        case .int64: self = .int64
        case .float16: self = .float16
        case .bfloat16: self = .bfloat16
        case .float32: self = .float32
        case .float64: self = .float64
        case .complex64: self = .complex64
        }
    }
}

extension TraceRecord {
    /// A record of a tensor.
    init(
        run: String, kind: Kind, path: String, source: String, name: String, call: Int,
        summary: TensorSummary
    ) {
        let statistics = summary.statistics
        self.init(
            run: run, kind: kind, path: path, source: source, name: name, call: call,
            shape: summary.shape, dtype: summary.dtype, sum: statistics.sum, l2: statistics.l2,
            min: statistics.min, max: statistics.max, checksum: statistics.checksum,
            hash: summary.hash)
    }

    /// A record of a parameter, or of a tensor that one is made of.
    init(weight name: String, run: String = Self.weightsRun, summary: TensorSummary) {
        self.init(
            run: run, kind: .weight, path: name, source: "", name: name, call: 0, summary: summary)
    }
}
