import SwiftSyntax

/// Something that a statement assigns to.
struct AssignedPlace {
    /// The variable or property of `self`; `.` for a property of something else, `[]` for a part.
    let name: String
    /// How the code spells it.
    let text: String
    let position: AbsolutePosition
    /// What a part is of.
    let base: String?

    init(_ name: String, _ text: String, _ node: some SyntaxProtocol, base: String? = nil) {
        self.name = name
        self.text = text
        position = node.positionAfterSkippingLeadingTrivia
        self.base = base
    }
}

extension ExprSyntax {
    /// Without `try` in front.
    public var withoutTry: ExprSyntax {
        self.as(TryExprSyntax.self).map { $0.expression.withoutTry } ?? self
    }

    /// Whether it is what stands for Python's None.
    var isNothing: Bool { ["nil", ".none"].contains(trimmedDescription) }

    /// The operands behind `name ??`, or `name.map { … } ??`, which stand where there is no such value.
    func fallback(for name: String) -> [ExprSyntax]? {
        guard let all = self.as(SequenceExprSyntax.self).map({ Array($0.elements) }) else {
            return nil
        }
        let parts =
            all.count > 1 && all[1].is(AssignmentExprSyntax.self) ? all.dropFirst(2) : all[...]
        guard parts.count > 2, let value = parts.first?.trimmedDescription,
            value == name || value.hasPrefix("\(name).map "),
            parts.dropFirst().first?.as(BinaryOperatorExprSyntax.self)?.operator.text == "??"
        else { return nil }
        return Array(parts.dropFirst(2))
    }

    /// The trailing closure of a call that runs it as the body of a function.
    public var functionBody: ClosureExprSyntax? {
        guard let call = withoutTry.as(FunctionCallExprSyntax.self),
            ["observe", "observeLines", "compiled"].contains(
                call.calledExpression.trimmedDescription)
        else { return nil }
        return call.trailingClosure
    }
}

extension BinaryOperatorExprSyntax {
    var isCompoundAssignment: Bool {
        ["+=", "-=", "*=", "/=", "%="].contains(self.operator.text)
    }
}

extension AccessorBlockSyntax {
    /// The body that computes a property's value.
    var getter: CodeBlockItemListSyntax? {
        switch accessors {
        case .getter(let body): body
        case .accessors(let list):
            list.first { $0.accessorSpecifier.tokenKind == .keyword(.get) }?.body?.statements
        }
    }
}

extension ExprSyntax {
    /// The outermost closures in an expression with lines of their own, but for those under a lock.
    var closures: [ClosureExprSyntax] {
        let finder = ClosureFinder(viewMode: .sourceAccurate)
        finder.walk(self)
        return finder.closures
    }
}

private final class ClosureFinder: SyntaxVisitor {
    private(set) var closures: [ClosureExprSyntax] = []

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind {
        if node.statements.count > 1 { closures.append(node) }
        return .skipChildren
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        let isLock =
            node.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
            == "withLock"
        return isLock ? .skipChildren : .visitChildren
    }
}
