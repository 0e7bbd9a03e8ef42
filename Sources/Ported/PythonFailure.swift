import MLX

/// What Python would have raised where a model is made or its weights are read.
public enum PythonFailure: Error, Equatable, CustomStringConvertible {
    /// A `raise` of the source: the exception's class and its message.
    case raised(String, String)
    /// An `assert` of the source that does not hold.
    case assertion(String)
    /// A value that the computation needs and the configuration or the caller does not give.
    case missing(String)

    public var description: String {
        switch self {
        case .raised(let exception, let message):
            message.isEmpty ? exception : "\(exception): \(message)"
        case .assertion(let source): "assertion failed: \(source)"
        case .missing(let name): "'\(name)' is needed but not given"
        }
    }
}

/// Python's `assert`.
///
/// - Throws: `PythonFailure.assertion` with the source of the condition.
public func require(_ condition: Bool, _ source: String) throws {
    guard condition else { throw PythonFailure.assertion(source) }
}

/// A value that Python uses without asking whether it is `None`.
///
/// - Throws: `PythonFailure.missing` that names it.
@discardableResult
public func required<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else { throw PythonFailure.missing(name) }
    return value
}

extension MLXArray {
    /// What a forward pass goes on with where Python raises, as the signatures of layers have no `throws`: the
    /// error is reported as that of a failing operation is, and nothing is computed of the array.
    ///
    /// - Parameters:
    ///   - exception: the class of the exception.
    ///   - message: what it says.
    public static func raised(_ exception: String, _ message: String) -> MLXArray {
        failure(exception, message)
    }
}

extension RandomAccessCollection where Element == MLXArray {
    /// Python's `list[index]` in a forward pass, which may count from the end: an array that reports the error
    /// where the list has no such element.
    public func reportedElement(at index: Int) -> MLXArray {
        (try? element(at: index)) ?? .raised("IndexError", "list index out of range")
    }
}
