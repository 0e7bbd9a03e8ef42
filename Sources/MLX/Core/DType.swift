internal import CMLX
import Numerics

/// The type of an array's elements. The raw value is Python's name.
///
/// Source: `mlx.core.Dtype`.
public enum DType: String, Hashable, Sendable, CaseIterable, Codable {
    case bool
    case uint8
    case uint16
    case uint32
    case uint64
    case int8
    case int16
    case int32
    case int64
    case float16
    case float32
    case float64
    case bfloat16
    case complex64

    init(_ code: cmlx_dtype) {
        switch code {
        case CMLX_BOOL: self = .bool
        case CMLX_UINT8: self = .uint8
        case CMLX_UINT16: self = .uint16
        case CMLX_UINT32: self = .uint32
        case CMLX_UINT64: self = .uint64
        case CMLX_INT8: self = .int8
        case CMLX_INT16: self = .int16
        case CMLX_INT32: self = .int32
        case CMLX_INT64: self = .int64
        case CMLX_FLOAT16: self = .float16
        case CMLX_FLOAT64: self = .float64
        case CMLX_BFLOAT16: self = .bfloat16
        case CMLX_COMPLEX64: self = .complex64
        default: self = .float32
        }
    }

    var code: cmlx_dtype {
        switch self {
        case .bool: CMLX_BOOL
        case .uint8: CMLX_UINT8
        case .uint16: CMLX_UINT16
        case .uint32: CMLX_UINT32
        case .uint64: CMLX_UINT64
        case .int8: CMLX_INT8
        case .int16: CMLX_INT16
        case .int32: CMLX_INT32
        case .int64: CMLX_INT64
        case .float16: CMLX_FLOAT16
        case .float32: CMLX_FLOAT32
        case .float64: CMLX_FLOAT64
        case .bfloat16: CMLX_BFLOAT16
        case .complex64: CMLX_COMPLEX64
        }
    }

    /// True for the real floating-point types and `complex64`.
    public var isFloatingPoint: Bool {
        switch self {
        case .float16, .float32, .float64, .bfloat16, .complex64: true
        default: false
        }
    }

    /// True for `complex64`.
    public var isComplex: Bool { self == .complex64 }

    /// True for signed and unsigned integers.
    public var isInteger: Bool { isSignedInteger || isUnsignedInteger }

    /// True for signed integers.
    public var isSignedInteger: Bool {
        switch self {
        case .int8, .int16, .int32, .int64: true
        default: false
        }
    }

    /// True for unsigned integers.
    var isUnsignedInteger: Bool {
        switch self {
        case .uint8, .uint16, .uint32, .uint64: true
        default: false
        }
    }

    /// Bytes of one element.
    public var size: Int { cmlx_dtype_size(code) }
}
