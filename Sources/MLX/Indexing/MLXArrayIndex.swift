internal import CMLX

/// What can stand in a subscript of an array: an integer, a range, an array of integers, `.newAxis`,
/// `.ellipsis`, `.stride(from:to:by:)`.
///
/// Python's `:` is `0...`, `::-1` is `.stride(by: -1)`; negative bounds count from the end.
public protocol MLXArrayIndex {
    /// What the index does.
    var mlxArrayIndexOperation: MLXArrayIndexOperation { get }
}

/// What one part of a subscript does.
public enum MLXArrayIndexOperation: CustomStringConvertible {
    /// As many whole axes as are left over.
    case ellipsis
    /// A new axis of length 1.
    case newAxis
    /// One element of an axis, which goes.
    case index(Int32)
    /// A range of an axis.
    case slice(MLXSlice)
    /// The elements of an axis that an array names.
    case array(MLXArray)

    /// The part as one would write it.
    public var description: String {
        switch self {
        case .ellipsis: ".ellipsis"
        case .newAxis: ".newAxis"
        case .index(let index): "\(index)"
        case .slice(let slice): "\(slice)"
        case .array(let array): "\(array.shape)(\(array.dtype))"
        }
    }

    /// The part as the shim's; an array is borrowed.
    @inline(__always)
    var code: cmlx_index {
        var code = cmlx_index()
        code.step = 1
        switch self {
        case .ellipsis: code.kind = CMLX_INDEX_ELLIPSIS
        case .newAxis: code.kind = CMLX_INDEX_NEW_AXIS
        case .index(let index):
            code.kind = CMLX_INDEX_INTEGER
            code.start = index
        case .slice(let slice):
            code.kind = CMLX_INDEX_SLICE
            code.step = slice.stride
            if let start = slice.start {
                code.start = start
                code.has_start = true
            }
            if let end = slice.end {
                code.stop = end
                code.has_stop = true
            }
        case .array(let array):
            code.kind = CMLX_INDEX_ARRAY
            code.array = array.handle
        }
        return code
    }
}

extension Int: MLXArrayIndex {
    /// One element.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation { .index(Int32(clamping: self)) }
}

extension MLXArray: MLXArrayIndex {
    /// The elements that the array names.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation { .array(self) }
}

/// As many whole axes as are left over: Python's `...`.
public struct MLXEllipsisIndex: MLXArrayIndex, Sendable {
    /// Python's `...`.
    public init() {}

    /// As many whole axes as are left over.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation { .ellipsis }
}

extension MLXArrayIndex where Self == MLXEllipsisIndex {
    /// As many whole axes as are left over: Python's `...`.
    public static var ellipsis: Self { MLXEllipsisIndex() }
}

/// A new axis of length 1: Python's `None`.
public struct MLXNewAxisIndex: MLXArrayIndex, Sendable {
    /// Python's `None`.
    public init() {}

    /// A new axis.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation { .newAxis }
}

extension MLXArrayIndex where Self == MLXNewAxisIndex {
    /// A new axis of length 1: Python's `None`.
    public static var newAxis: Self { MLXNewAxisIndex() }
}
