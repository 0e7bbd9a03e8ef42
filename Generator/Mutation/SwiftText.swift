import Instrumentation
import SwiftSyntax

extension SyntaxProtocol {
    /// The code on one line, without comments, with a part of it replaced.
    ///
    /// - Parameter edit: the change; offsets are those of the file.
    func flattened(with edit: Edit? = nil) -> String {
        var text = ""
        var isReplaced = false
        for token in tokens(viewMode: .sourceAccurate) {
            let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
            let end = token.endPositionBeforeTrailingTrivia.utf8Offset
            if !text.isEmpty, !token.leadingTrivia.isEmpty, text.last != " " { text += " " }
            if let edit {
                if !isReplaced, start >= edit.range.lowerBound {
                    text += edit.replacement
                    isReplaced = true
                }
                if start < edit.range.lowerBound || start >= edit.range.upperBound || end == start {
                    text += token.text
                }
            } else {
                text += token.text
            }
            // Of what is replaced, only what comes behind it matters.
            let isInside =
                edit.map { $0.range.contains(start) && end < $0.range.upperBound } ?? false
            if !isInside, !token.trailingTrivia.isEmpty, text.last != " " { text += " " }
        }
        if let edit, !isReplaced { text += edit.replacement }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// The places that observation has given to this code: the first argument of each call that tells of
    /// a value.
    var observedPlaces: [String] {
        let finder = PlaceFinder(viewMode: .sourceAccurate)
        finder.walk(self)
        return finder.places
    }
}

private final class PlaceFinder: SyntaxVisitor {
    var places: [String] = []

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if node.calledExpression.trimmedDescription.hasPrefix("trace"),
            let first = node.arguments.first?.expression.as(StringLiteralExprSyntax.self),
            let place = first.representedLiteralValue
        {
            places.append(place)
        }
        return .visitChildren
    }
}

extension CodeBlockItemSyntax {
    /// Whether it only tells what the line before it assigned: `x = traceLine("…", "x", x)`.
    var isObservation: Bool {
        guard case .expr(let expression) = item else { return false }
        if expression.isObservingCall { return expression.observedResult == nil }
        guard let sequence = expression.as(SequenceExprSyntax.self) else { return false }
        let parts = Array(sequence.elements)
        guard parts.count == 3, parts[2].isObservingCall,
            let value = parts[2].as(FunctionCallExprSyntax.self)?.arguments.last
        else { return false }
        return value.trimmedDescription == parts[0].trimmedDescription
    }
}

extension ExprSyntax {
    /// What a call that tells what a function gives tells, and gives.
    var observedResult: ExprSyntax? {
        guard isObservingCall, let call = withoutTry.as(FunctionCallExprSyntax.self) else {
            return nil
        }
        let arguments = Array(call.arguments)
        if call.calledExpression.trimmedDescription == "traceResult" {
            return arguments.last?.expression
        }
        let name = arguments.dropFirst().first?.expression.as(StringLiteralExprSyntax.self)
        return name?.representedLiteralValue == "return" ? arguments.last?.expression : nil
    }

    fileprivate var isObservingCall: Bool {
        withoutTry.as(FunctionCallExprSyntax.self)?.calledExpression.trimmedDescription
            .hasPrefix("trace") == true
    }
}
