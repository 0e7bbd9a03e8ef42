/// Where tensors lie in a file: what every format has to get right.
enum TensorSpan {
    /// The bytes that elements of a shape take; nil if a dimension is impossible or the product too
    /// large.
    static func byteCount(_ shape: [Int], elementSize: Int) -> Int? {
        guard shape.allSatisfy({ 0 <= $0 && $0 <= Int(Int32.max) }) else { return nil }
        // A dimension of 0 makes the product 0 whatever the others are.
        if shape.contains(0) { return 0 }
        var size = elementSize
        for dimension in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
            if overflow { return nil }
            size = product
        }
        return size
    }

    /// The first two of some ranges that overlap, by name.
    static func overlap(_ spans: [(name: String, bytes: Range<Int>)]) -> (String, String)? {
        let ordered = spans.filter { !$0.bytes.isEmpty }
            .sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
        for (first, second) in zip(ordered, ordered.dropFirst())
        where second.bytes.lowerBound < first.bytes.upperBound {
            return (first.name, second.name)
        }
        return nil
    }
}
