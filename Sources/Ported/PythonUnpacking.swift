import MLX

// What Python takes apart into names, `a, b, c = values`, where only the values tell how many they are.

extension RandomAccessCollection {
    /// The elements, if they are as many as there are names for them.
    ///
    /// - Throws: `PythonFailure` as Python's `ValueError`.
    public func unpacked(_ count: Int) throws -> Self {
        guard self.count == count else {
            throw PythonFailure.raised("ValueError", refusal(of: count))
        }
        return self
    }

    /// What Python says of a wrong number of elements.
    fileprivate func refusal(of expected: Int) -> String {
        count > expected
            ? "too many values to unpack (expected \(expected))"
            : "not enough values to unpack (expected \(expected), got \(count))"
    }
}

extension MLXArray {
    /// The parts along the first axis, if they are as many as there are names for them.
    ///
    /// - Throws: `PythonFailure` as Python's `ValueError`.
    public func unpacked(_ count: Int) throws -> [MLXArray] { try map { $0 }.unpacked(count) }

    /// The parts along the first axis, where there are as many names for them. Another number of parts is a failure of
    /// the engine, as forward passes do not throw.
    public func unpackedParts(_ count: Int) -> [MLXArray] {
        let parts = map { $0 }
        guard parts.count == count else {
            return Array(repeating: failure("unpack", parts.refusal(of: count)), count: count)
        }
        return parts
    }
}

/// What has rows that Python takes apart into names: `for t, h, w in rows`. Rows of another length are a failure of
/// the engine, as forward passes do not throw, and there are none then.
public protocol RowSequence: Sequence {
    associatedtype Entry
    /// The elements of a row.
    static func entries(of row: Element) -> [Entry]
}

extension RowSequence {
    /// The rows of two elements.
    public var pairs: [(Entry, Entry)] { rows(of: 2).map { ($0[0], $0[1]) } }

    /// The rows of three elements.
    public var triples: [(Entry, Entry, Entry)] { rows(of: 3).map { ($0[0], $0[1], $0[2]) } }

    /// The rows of four elements.
    public var quadruples: [(Entry, Entry, Entry, Entry)] {
        rows(of: 4).map { ($0[0], $0[1], $0[2], $0[3]) }
    }

    private func rows(of count: Int) -> [[Entry]] {
        let rows = map(Self.entries)
        if let wrong = rows.first(where: { $0.count != count }) {
            _ = failure("unpack", wrong.refusal(of: count))
            return []
        }
        return rows
    }
}

extension MLXArray: RowSequence {
    /// The parts of a row along its first axis.
    public static func entries(of row: MLXArray) -> [MLXArray] { row.map { $0 } }
}

extension Array: RowSequence where Element: RandomAccessCollection {
    /// The row itself.
    public static func entries(of row: Element) -> [Element.Element] { row.map { $0 } }
}
