/// A range of an axis with a step: Python's `start:end:stride`.
public struct MLXSlice: Equatable, CustomStringConvertible, Sendable {
    let start: Int32?
    let end: Int32?
    private let step: Int32?

    /// A range; without a bound it reaches to the end in the direction of the stride.
    public init(start: Int32? = nil, end: Int32? = nil, stride: Int32? = nil) {
        self.start = start
        self.end = end
        self.step = stride
    }

    /// True for a range that is the whole axis whatever its length.
    public var isFull: Bool { stride == 1 && (start ?? 0) == 0 && end == nil }

    /// The step; 1 unless given.
    public var stride: Int32 { step ?? 1 }

    /// The start on an axis of a length, as written.
    public func start(_ size: Int32) -> Int32 { start ?? (stride < 0 ? size - 1 : 0) }

    /// The start on an axis of a length, from the front.
    public func absoluteStart(_ size: Int32) -> Int32 {
        let start = start(size)
        return start < 0 ? start + size : start
    }

    /// The end on an axis of a length, as written.
    public func end(_ size: Int32) -> Int32 { end ?? (stride < 0 ? -size - 1 : size) }

    /// The end on an axis of a length, from the front.
    public func absoluteEnd(_ size: Int32) -> Int32 {
        let end = end(size)
        return end < 0 ? end + size : end
    }

    /// The range as one would write it in Swift, then the stride.
    public var description: String {
        let bounds = "\(start.map(String.init) ?? "") ..< \(end.map(String.init) ?? "")"
        return stride == 1 ? bounds : "\(bounds) : \(stride)"
    }
}

extension MLXSlice: MLXArrayIndex {
    /// The range.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation { .slice(self) }
}

extension MLXArrayIndex where Self == MLXSlice {
    /// A range with a step.
    public static func stride(from start: Int? = nil, to end: Int? = nil, by stride: Int? = nil)
        -> MLXSlice
    {
        MLXSlice(
            start: start.map { Int32(clamping: $0) }, end: end.map { Int32(clamping: $0) },
            stride: stride.map { Int32(clamping: $0) })
    }
}

/// A range with a step.
public func stride(from start: Int? = nil, to end: Int? = nil, by stride: Int? = nil) -> MLXSlice {
    .stride(from: start, to: end, by: stride)
}

extension Range<Int>: MLXArrayIndex {
    /// The range.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation {
        .slice(
            MLXSlice(start: Int32(clamping: lowerBound), end: Int32(clamping: upperBound)))
    }
}

extension ClosedRange<Int>: MLXArrayIndex {
    /// The range; up to -1 it reaches the end.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation {
        .slice(MLXSlice(start: Int32(clamping: lowerBound), end: Self.end(after: upperBound)))
    }
}

extension PartialRangeUpTo<Int>: MLXArrayIndex {
    /// The range from the front.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation {
        .slice(MLXSlice(start: 0, end: Int32(clamping: upperBound)))
    }
}

extension PartialRangeThrough<Int>: MLXArrayIndex {
    /// The range from the front; up to -1 it reaches the end.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation {
        .slice(MLXSlice(start: 0, end: ClosedRange<Int>.end(after: upperBound)))
    }
}

extension PartialRangeFrom<Int>: MLXArrayIndex {
    /// The range to the end.
    public var mlxArrayIndexOperation: MLXArrayIndexOperation {
        .slice(MLXSlice(start: Int32(clamping: lowerBound)))
    }
}

extension ClosedRange<Int> {
    /// The end of a range that includes `last`: none after the last element of the axis.
    fileprivate static func end(after last: Int) -> Int32? {
        last == -1 ? nil : Int32(clamping: last &+ 1)
    }
}
