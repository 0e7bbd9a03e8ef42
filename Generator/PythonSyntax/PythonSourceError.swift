/// Why a Python file cannot be read or parsed.
public struct PythonSourceError: Error, Hashable, Sendable {
    /// The file's path, as the caller gave it.
    public let path: String
    /// Counted from one; `nil` if the whole file is meant.
    public let line: Int?
    /// Counted from one, in UTF-8 bytes.
    public let column: Int?
    /// The cause, such as `SyntaxError: '(' was never closed`.
    public let message: String
    /// The text of the line, without its line break.
    public let sourceLine: String?

    public init(
        path: String, line: Int? = nil, column: Int? = nil, message: String,
        sourceLine: String? = nil
    ) {
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.sourceLine = sourceLine
    }
}

extension PythonSourceError: CustomStringConvertible {
    /// `path:line:column: message`, then the source line with a caret under the column.
    public var description: String {
        let place = [path, line.map(String.init), column.map(String.init)]
            .compactMap { $0 }.joined(separator: ":")
        guard let sourceLine, !sourceLine.isEmpty else { return "\(place): \(message)" }
        guard let column else { return "\(place): \(message)\n    \(sourceLine)" }
        return "\(place): \(message)\n    \(sourceLine)\n    \(indent(of: sourceLine, to: column))^"
    }

    /// Blanks as wide as what stands before the column; tabs stay tabs.
    private func indent(of line: String, to column: Int) -> String {
        String(
            String(decoding: line.utf8.prefix(max(column - 1, 0)), as: UTF8.self)
                .map { $0 == "\t" ? "\t" : " " })
    }
}
