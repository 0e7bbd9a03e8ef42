import CPython

/// A Python exception.
public struct PythonError: Error, Hashable, Sendable {
    /// Where a `SyntaxError` is. Line and column count from one, the column in characters.
    public struct SourceLocation: Hashable, Sendable {
        public let path: String?
        public let line: Int?
        public let column: Int?
        /// The text of the line.
        public let text: String?
    }

    /// The exception's class: `ValueError`, or with its module if it is not a built-in one,
    /// `json.decoder.JSONDecodeError`.
    public let typeName: String

    /// `str(exception)`; for a `SyntaxError` its message alone, without the place.
    public let message: String

    /// The place of a `SyntaxError`, `nil` for every other exception.
    public let location: SourceLocation?

    /// What Python prints for an uncaught exception, ending with a newline; empty if unknown.
    public let traceback: String

    public init(
        typeName: String, message: String, location: SourceLocation? = nil, traceback: String = ""
    ) {
        self.typeName = typeName
        self.message = message
        self.location = location
        self.traceback = traceback
    }

    /// Takes the exception that the last C API call left. The lock must be held.
    public static func takePending() -> PythonError {
        guard let exception = try? PythonObject(owned: CPython_TakeException() ?? newNone()) else {
            return PythonError(typeName: "SystemError", message: "unknown Python error")
        }
        guard !exception.isNone else {
            return PythonError(typeName: "SystemError", message: "no exception was set")
        }
        let isSyntaxError = CPython_IsSyntaxError(exception.pointer) != 0
        let message = isSyntaxError ? try? exception.attribute("msg").description : nil
        return PythonError(
            typeName: qualifiedTypeName(of: exception),
            message: message ?? exception.description,
            location: isSyntaxError ? SourceLocation(of: exception) : nil,
            traceback: traceback(of: exception))
    }

    private static func newNone() -> UnsafeMutablePointer<PyObject> {
        Py_IncRef(CPython_None())
        return CPython_None()
    }

    private static func qualifiedTypeName(of exception: PythonObject) -> String {
        guard let type = try? exception.attribute("__class__"),
            let name = try? type.attribute("__qualname__").converted(to: String.self)
        else { return exception.typeName }
        let module = try? type.attribute("__module__").converted(to: String.self)
        return module.map { $0 == "builtins" ? name : "\($0).\(name)" } ?? name
    }

    private static func traceback(of exception: PythonObject) -> String {
        do {
            let module = try PythonObject(owned: PyImport_ImportModule("traceback"))
            let lines = try module.callMethod("format_exception", exception)
            return try lines.elements().map(\.description).joined()
        } catch {
            return ""
        }
    }
}

extension PythonError.SourceLocation {
    fileprivate init(of exception: PythonObject) {
        func read<Value: PythonReadable>(_ name: String) -> Value? {
            try? exception.attribute(name).converted(to: Value?.self)
        }
        self.init(
            path: read("filename"), line: read("lineno"), column: read("offset"),
            text: read("text"))
    }
}

extension PythonError: CustomStringConvertible {
    public var description: String {
        message.isEmpty ? typeName : "\(typeName): \(message)"
    }
}
