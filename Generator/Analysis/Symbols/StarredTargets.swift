import PythonSyntax

/// `*lead, last = x.shape` takes a sequence apart from both ends: `lead = x.shape[:-1]` and `last = x.shape[-1]`.
enum StarredTargets {
    /// The function with such assignments one by one.
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: resolve(function.body), decorators: function.decorators,
            isAsync: function.isAsync)
    }

    private static func resolve(_ block: [Statement]) -> [Statement] {
        block.flatMap { statement in
            parts(of: statement) ?? [statement.rewritten({ $0 }, block: resolve)]
        }
    }

    private static func parts(of statement: Statement) -> [Statement]? {
        guard case .assign(let targets, let value) = statement.kind, targets.count == 1,
            let elements = targets[0].unpackedTargets,
            let star = elements.firstIndex(where: { $0.rest != nil }),
            elements.count(where: { $0.rest != nil }) == 1, let rest = elements[star].rest,
            value.isTakenApart(by: rest, isLast: star == elements.count - 1)
        else { return nil }
        var whole = value
        var made: [Statement] = []
        func assign(_ target: Expression, _ value: Expression) {
            made.append(Statement(.assign(targets: [target], value: value), span: statement.span))
        }
        if !value.isNameOrAttributePath {
            whole = Expression(.name("parts\(SplitLocals.mark)s"), span: value.span)
            assign(whole, value)
        }
        for (position, element) in elements.enumerated() {
            let after = position - elements.count
            let target = element.rest ?? element
            if target.simpleName == "_" { continue }
            let index: ExpressionKind =
                if position == star {
                    .slice(
                        lower: star == 0 ? nil : .integer(star, at: value.span),
                        upper: after == -1 ? nil : .integer(after + 1, at: value.span), step: nil)
                } else {
                    Expression.integer(position < star ? position : after, at: value.span).kind
                }
            assign(
                target,
                Expression(
                    .subscript(of: whole, index: Expression(index, span: value.span)),
                    span: value.span))
        }
        return made
    }
}

extension Expression {
    /// The target that takes what the others leave.
    fileprivate var rest: Expression? {
        if case .starred(let rest) = kind { rest } else { nil }
    }

    /// Whether slices say which part goes where. What of a tuple nobody wants its type tells better.
    fileprivate func isTakenApart(by rest: Expression, isLast: Bool) -> Bool {
        if case .call = kind, rest.simpleName == "_" { return false }
        return rest.simpleName != "_" || (!isLast && lastComponent == "shape")
    }

    fileprivate static func integer(_ value: Int, at span: SourceSpan) -> Expression {
        let size = Expression(.constant(.integer(abs(value))), span: span)
        return value < 0 ? Expression(.unary(.minus, size), span: span) : size
    }
}
