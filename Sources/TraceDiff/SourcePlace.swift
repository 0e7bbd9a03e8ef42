/// A place in a source text, as traces spell it: `llama/language.py:50:9`.
public struct SourcePlace: Sendable, Hashable {
    /// The file as the trace names it: of Python, its path below the package's models.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1.
    public var column: Int

    /// Reads `file:line:column`; nil if the text is no place.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[0].isEmpty, let line = Int(parts[1]), line > 0,
            let column = Int(parts[2])
        else { return nil }
        (file, self.line, self.column) = (String(parts[0]), line, column)
    }
}
