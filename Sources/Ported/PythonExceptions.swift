// Which exception Python would have raised.

extension Error {
    /// Whether Python's `except` of one of these exceptions, by name, would take the error.
    ///
    /// Errors that Python does not raise, of the engine or of decoding, are none of them.
    public func isPython(_ exceptions: String...) -> Bool {
        switch self as any Error {
        case let error as PythonError: !error.exceptions.isDisjoint(with: exceptions)
        case PythonFailure.raised(let exception, _): exceptions.contains(exception)
        case PythonFailure.assertion: exceptions.contains("AssertionError")
        default: false
        }
    }
}

extension PythonError {
    /// The exception that it stands for; none where Python's integers have no end.
    fileprivate var exceptions: Set<String> {
        switch self {
        case .zeroDivision: ["ZeroDivisionError"]
        case .notInList, .negative: ["ValueError"]
        case .outOfRange: ["IndexError"]
        case .beyondBits: []
        case .notAnInteger(let value):
            value.isNaN ? ["ValueError"] : value.isInfinite ? ["OverflowError"] : []
        }
    }
}

extension RandomAccessCollection {
    /// Python's `list[index]`, which may count from the end.
    ///
    /// - Throws: `PythonError.outOfRange`.
    public func element(at index: Int) throws -> Element {
        guard (-count..<count).contains(index) else { throw PythonError.outOfRange(index) }
        return self[self.index(startIndex, offsetBy: index < 0 ? index + count : index)]
    }
}
