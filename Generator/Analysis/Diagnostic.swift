import Operations
import PythonSyntax

/// Something that the compiler has to say about a place in a Python file.
public struct Diagnostic: Error, Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, Codable { case error, warning }

    public let severity: Severity
    public let path: String
    public let span: SourceSpan
    /// What was met: "call of 'mx.foo'", "try statement".
    public let construct: String
    /// The inferred type, where one helps.
    public let type: PythonType?
    public let message: String
    public let hint: String?

    public init(
        _ severity: Severity = .error, path: String, span: SourceSpan, construct: String,
        type: PythonType? = nil, message: String, hint: String? = nil
    ) {
        self.severity = severity
        self.path = path
        self.span = span
        self.construct = construct
        self.type = type
        self.message = message
        self.hint = hint
    }

    /// Construct and message in one line, without what differs from place to place.
    public var summary: String { "\(construct): \(message)" }

    /// `language.py:20:9: error: …` with the source line and a caret below it.
    public func rendered(source: String?) -> String {
        var text =
            "\(path):\(span.line):\(span.column): \(severity.rawValue): \(construct): \(message)"
        if let type, type != .unknown { text += " (its type is \(type))" }
        let lines = source?.split(separator: "\n", omittingEmptySubsequences: false)
        if let lines, span.line >= 1, span.line <= lines.count {
            text += "\n    \(lines[span.line - 1])"
            let width = span.endLine == span.line ? max(span.endColumn - span.column, 1) : 1
            text += "\n    \(String(repeating: " ", count: max(span.column - 1, 0)))"
            text += String(repeating: "^", count: width)
        }
        if let hint { text += "\n    hint: \(hint)" }
        return text
    }
}

/// Collects diagnostics, so that one run reports all problems of a file.
final class DiagnosticSink {
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    func report(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    func removeAll() {
        diagnostics = []
        seen = []
    }
}
