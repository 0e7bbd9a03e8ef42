/// Values of a model's input, with their shape and dtype, without an engine.
public struct PlainTensor: Equatable, Sendable {
    /// The values, in row-major order.
    public enum Values: Equatable, Sendable {
        case float32([Float])
        case int64([Int64])
        case bool([Bool])

        /// How many there are.
        public var count: Int {
            switch self {
            case .float32(let values): values.count
            case .int64(let values): values.count
            case .bool(let values): values.count
            }
        }
    }

    /// The dimensions, the outermost first.
    public let shape: [Int]
    /// The values.
    public let values: Values

    /// Values of a shape.
    ///
    /// - Precondition: there are as many values as the shape says.
    public init(_ shape: [Int], _ values: Values) {
        precondition(shape.reduce(1, *) == values.count, "\(values.count) values are not \(shape)")
        self.shape = shape
        self.values = values
    }

    /// `float32` values that `fill` writes, all of them; they are zero before.
    static func float32(
        _ shape: [Int], fill: (UnsafeMutablePointer<Float>) -> Void
    ) -> PlainTensor {
        let count = shape.reduce(1, *)
        return PlainTensor(
            shape,
            .float32(
                [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
                    buffer.initialize(repeating: 0)
                    if let start = buffer.baseAddress { fill(start) }
                    initialized = count
                }))
    }
}
