import SwiftSyntax

/// Changes to a source text, by offset.
public struct SourceEdits: Sendable {
    private var entries: [(offset: Int, length: Int, text: String)] = []

    /// No changes.
    public init() {}

    /// Puts text at a place; of several at one place, the first comes first.
    public mutating func insert(_ text: String, at position: AbsolutePosition) {
        entries.append((position.utf8Offset, 0, text))
    }

    /// Puts text in the place of a token.
    public mutating func replace(_ token: TokenSyntax, with text: String) {
        let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
        entries.append((start, token.endPositionBeforeTrailingTrivia.utf8Offset - start, text))
    }

    /// Puts text in the place of a node and of the space before it.
    public mutating func replaceWithSpace(_ node: some SyntaxProtocol, with text: String) {
        let start = node.position.utf8Offset
        entries.append((start, node.endPositionBeforeTrailingTrivia.utf8Offset - start, text))
    }

    /// The source with all changes.
    public func applied(to source: String) -> String {
        let bytes = Array(source.utf8)
        var result: [UInt8] = []
        var done = 0
        let ordered = entries.enumerated().sorted {
            ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
        }
        for (_, entry) in ordered {
            result += bytes[done..<entry.offset]
            result += entry.text.utf8
            done = entry.offset + entry.length
        }
        return String(decoding: result + bytes[done...], as: UTF8.self)
    }
}
