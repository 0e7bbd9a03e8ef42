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
        let lines = source?.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        if let lines, span.line >= 1, span.line <= lines.count {
            let line = String(lines[span.line - 1])
            text += "\n    \(line)\n    \(marker(below: line))"
        }
        if let hint { text += "\n    hint: \(hint)" }
        return text
    }
}

extension Diagnostic {
    /// Carets below what the span covers of its first line. Columns count bytes; tabs stay tabs, so
    /// that the carets stand right however wide they are shown.
    private func marker(below line: String) -> String {
        func prefix(_ bytes: Int) -> String {
            String(decoding: line.utf8.prefix(max(bytes, 0)), as: UTF8.self)
        }
        let start = prefix(span.column - 1)
        let end = span.endLine == span.line ? prefix(span.endColumn - 1) : line
        return String(start.map { $0 == "\t" ? "\t" : " " })
            + String(repeating: "^", count: max(end.count - start.count, 1))
    }
}

/// Collects diagnostics, so that one run reports all problems of a file.
final class DiagnosticSink {
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []

    func report(_ diagnostic: Diagnostic) {
        if seen.insert(diagnostic).inserted { diagnostics.append(diagnostic) }
    }

    /// Forgets what has been reported since there were so many.
    func removeAll(behind count: Int) {
        seen.subtract(diagnostics[count...])
        diagnostics.removeSubrange(count...)
    }

    func removeAll() {
        diagnostics = []
        seen = []
    }
}
