/// Where a node stands in its Python file. Lines and columns count from one, columns in UTF-8 bytes.
/// The end is one past the last byte.
public struct SourceSpan: Hashable, Sendable {
    public let line: Int
    public let column: Int
    public let endLine: Int
    public let endColumn: Int

    public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = line
        self.column = column
        self.endLine = endLine
        self.endColumn = endColumn
    }

    /// Stands for nodes that a transformation made and no source line wrote.
    public static let synthesized = SourceSpan(line: 0, column: 0, endLine: 0, endColumn: 0)
}
