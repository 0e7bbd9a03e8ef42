internal import CMLX

extension MLXArray: Sequence {
    /// The parts along the first axis, one after the other; none of a 0-d array.
    public struct Iterator: IteratorProtocol {
        private let array: MLXArray
        private var position = 0
        private let end: Int

        init(_ array: MLXArray) {
            self.array = array
            end = array.ndim == 0 ? 0 : array.dim(0)
        }

        /// The next part.
        public mutating func next() -> MLXArray? {
            guard position < end else { return nil }
            defer { position += 1 }
            return array[position]
        }
    }

    /// The parts along the first axis.
    ///
    /// Source: `mlx.core.array.__iter__`.
    public func makeIterator() -> Iterator { Iterator(self) }
}

extension MLXArray {
    /// One element along an axis.
    @available(*, deprecated, message: "please use subscript(.ellipsis, 3) or equivalent")
    public subscript(index: Int, axis axis: Int, stream stream: StreamOrDevice = .default)
        -> MLXArray
    {
        get { self[along(axis, index), stream: stream] }
        set { self[along(axis, index), stream: stream] = newValue }
    }

    /// A range along an axis.
    @available(*, deprecated, message: "please use subscript(.ellipsis, 0 ..< 3) or equivalent")
    public subscript(
        range: some RangeExpression<Int>, axis axis: Int, stream stream: StreamOrDevice = .default
    ) -> MLXArray {
        get { self[along(axis, slice(range, axis)), stream: stream] }
        set { self[along(axis, slice(range, axis)), stream: stream] = newValue }
    }

    /// A range with a step along an axis.
    @available(
        *, deprecated, message: "please use subscript(.ellipsis, .stride(by: 2)) or equivalent"
    )
    public subscript(
        from from: Int? = nil, to to: Int? = nil, stride stride: Int, axis axis: Int = -1,
        stream stream: StreamOrDevice = .default
    ) -> MLXArray {
        get {
            self[along(axis, MLXSlice.stride(from: from, to: to, by: stride)), stream: stream]
        }
        set {
            self[along(axis, MLXSlice.stride(from: from, to: to, by: stride)), stream: stream] =
                newValue
        }
    }

    /// A subscript of all axes with `index` on one of them.
    private func along(_ axis: Int, _ index: any MLXArrayIndex) -> [any MLXArrayIndex] {
        let axis = axis < 0 ? axis + ndim : axis
        // An axis that does not exist makes too many indices, which is an error.
        let before = Swift.min(Swift.max(axis, 0), ndim)
        return Array(repeating: MLXSlice(), count: before) + [index]
    }

    private func slice(_ range: some RangeExpression<Int>, _ axis: Int) -> any MLXArrayIndex {
        if let index = range as? any MLXArrayIndex { return index }
        let bounds = range.relative(to: 0..<dim(axis))
        return MLXSlice(
            start: Int32(clamping: bounds.lowerBound), end: Int32(clamping: bounds.upperBound))
    }
}
