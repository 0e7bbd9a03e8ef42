extension Expression {
    /// The expression with others in the place of those inside for which `replacement` gives one.
    ///
    /// What is inside comes first: a replacement sees its children replaced.
    public func rewritten(_ replacement: (Expression) -> Expression?) -> Expression {
        let kind = self.kind.mapChildren { $0.rewritten(replacement) }
        let whole = Expression(kind, span: span)
        return replacement(whole) ?? whole
    }
}

extension ExpressionKind {
    /// The same form with each expression directly inside transformed.
    fileprivate func mapChildren(_ transform: (Expression) -> Expression) -> ExpressionKind {
        switch self {
        case .name, .constant, .other: self
        case .attribute(let base, let name): .attribute(of: transform(base), name: name)
        case .subscript(let base, let index):
            .subscript(of: transform(base), index: transform(index))
        case .slice(let lower, let upper, let step):
            .slice(
                lower: lower.map(transform), upper: upper.map(transform), step: step.map(transform))
        case .call(let function, let arguments):
            .call(
                function: transform(function),
                arguments: arguments.map { Argument($0.label, transform($0.value)) })
        case .unary(let operation, let operand): .unary(operation, transform(operand))
        case .binary(let left, let operation, let right):
            .binary(transform(left), operation, transform(right))
        case .boolean(let operation, let operands): .boolean(operation, operands.map(transform))
        case .comparison(let first, let parts):
            .comparison(
                transform(first),
                parts.map { ComparisonPart($0.comparison, transform($0.operand)) })
        case .conditional(let test, let then, let otherwise):
            .conditional(
                test: transform(test), then: transform(then), otherwise: transform(otherwise))
        case .tuple(let elements): .tuple(elements.map(transform))
        case .list(let elements): .list(elements.map(transform))
        case .set(let elements): .set(elements.map(transform))
        case .dictionary(let items):
            .dictionary(
                items.map { DictionaryItem(key: $0.key.map(transform), value: transform($0.value)) }
            )
        case .lambda(let parameters, let body): .lambda(parameters, body: transform(body))
        case .comprehension(let form, let element, let value, let clauses):
            .comprehension(
                form, element: transform(element), value: value.map(transform),
                clauses.map {
                    ComprehensionClause(
                        target: $0.target, iterable: transform($0.iterable),
                        conditions: $0.conditions.map(transform))
                })
        case .formattedString(let parts):
            .formattedString(
                parts.map { part in
                    guard case .value(let value, let conversion, let format) = part else {
                        return part
                    }
                    return .value(transform(value), conversion: conversion, format: format)
                })
        case .starred(let inner): .starred(transform(inner))
        case .named(let name, let value): .named(name, value: transform(value))
        }
    }
}

extension [Statement] {
    /// The statements with every expression in them transformed, those of inner blocks as well.
    public func rewritten(_ transform: (Expression) -> Expression) -> [Statement] {
        map { $0.rewritten(transform) { $0.rewritten(transform) } }
    }
}

extension Statement {
    /// The statement with its own expressions transformed, and each statement inside replaced by others.
    public func rewritten(
        _ transform: (Expression) -> Expression, block: ([Statement]) -> [Statement]
    ) -> Statement {
        let kind: StatementKind
        switch self.kind {
        case .expression(let value): kind = .expression(transform(value))
        case .assign(let targets, let value):
            kind = .assign(targets: targets.map(transform), value: transform(value))
        case .annotatedAssign(let target, let annotation, let value):
            kind = .annotatedAssign(
                target: transform(target), annotation: annotation, value: value.map(transform))
        case .augmentedAssign(let target, let operation, let value):
            kind = .augmentedAssign(target: transform(target), operation, value: transform(value))
        case .return(let value): kind = .return(value.map(transform))
        case .if(let test, let then, let otherwise):
            kind = .if(test: transform(test), then: block(then), otherwise: block(otherwise))
        case .for(let target, let iterable, let body, let otherwise):
            kind = .for(
                target: target, iterable: transform(iterable), body: block(body),
                otherwise: block(otherwise))
        case .while(let test, let body, let otherwise):
            kind = .while(test: transform(test), body: block(body), otherwise: block(otherwise))
        case .delete(let targets): kind = .delete(targets.map(transform))
        case .raise(let exception, let cause):
            kind = .raise(exception: exception.map(transform), cause: cause.map(transform))
        default: return self
        }
        return Statement(kind, span: span)
    }
}
