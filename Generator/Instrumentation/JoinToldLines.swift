import SwiftParser
import SwiftSyntax

/// Swift in which what the translation tells of values that nothing reads stands at the end of the line before, so
/// that every other line is where ordinary Swift has it.
func joinToldLines(_ text: String) -> (text: String, unread: [SwiftBinding]) {
    let joiner = ToldLineJoiner(viewMode: .sourceAccurate)
    joiner.walk(Parser.parse(source: text))
    return (joiner.edits.applied(to: text), joiner.unread)
}

private final class ToldLineJoiner: SyntaxVisitor {
    private(set) var edits = SourceEdits()
    private(set) var unread: [SwiftBinding] = []

    override func visit(_ node: CodeBlockItemListSyntax) -> SyntaxVisitorContinueKind {
        for statement in node {
            guard let line = statement.toldLine else { continue }
            unread.append(line)
            let isFirst = statement.id == node.first?.id
            edits.replaceWithSpace(
                statement, with: (isFirst ? " " : "; ") + statement.textInOneLine)
        }
        return .visitChildren
    }
}

extension CodeBlockItemSyntax {
    /// What the statement tells, if it is a call that the translation made for a value that nothing reads.
    fileprivate var toldLine: SwiftBinding? {
        guard let call = item.as(FunctionCallExprSyntax.self),
            call.calledExpression.trimmedDescription == "traceLine", call.arguments.count == 3,
            let place = call.arguments.first?.expression.as(StringLiteralExprSyntax.self)?
                .representedLiteralValue,
            let name = call.arguments.dropFirst().first?.expression.as(
                StringLiteralExprSyntax.self)?
                .representedLiteralValue
        else { return nil }
        return SwiftBinding(name: name, place: place)
    }

    fileprivate var textInOneLine: String {
        trimmedDescription.split(separator: "\n").map { $0.drop { $0 == " " } }
            .joined(separator: " ")
    }
}
