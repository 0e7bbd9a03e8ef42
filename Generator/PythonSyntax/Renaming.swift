extension Expression {
    /// The expression with another name for a variable; comprehensions and lambdas that bind the name
    /// keep their own.
    public func renaming(_ name: String, to new: String) -> Expression {
        func renamed(_ expression: Expression) -> Expression { expression.renaming(name, to: new) }
        let kind: ExpressionKind
        switch self.kind {
        case .name(let own): kind = .name(own == name ? new : own)
        case .constant, .other: return self
        case .attribute(let base, let attribute):
            kind = .attribute(of: renamed(base), name: attribute)
        case .subscript(let base, let index):
            kind = .subscript(of: renamed(base), index: renamed(index))
        case .slice(let lower, let upper, let step):
            kind = .slice(
                lower: lower.map(renamed), upper: upper.map(renamed), step: step.map(renamed))
        case .call(let function, let arguments):
            kind = .call(
                function: renamed(function),
                arguments: arguments.map { Argument($0.label, renamed($0.value)) })
        case .unary(let operation, let operand): kind = .unary(operation, renamed(operand))
        case .binary(let left, let operation, let right):
            kind = .binary(renamed(left), operation, renamed(right))
        case .boolean(let operation, let operands):
            kind = .boolean(operation, operands.map(renamed))
        case .comparison(let first, let parts):
            kind = .comparison(
                renamed(first), parts.map { ComparisonPart($0.comparison, renamed($0.operand)) })
        case .conditional(let test, let then, let otherwise):
            kind = .conditional(
                test: renamed(test), then: renamed(then), otherwise: renamed(otherwise))
        case .tuple(let elements): kind = .tuple(elements.map(renamed))
        case .list(let elements): kind = .list(elements.map(renamed))
        case .set(let elements): kind = .set(elements.map(renamed))
        case .dictionary(let items):
            kind = .dictionary(
                items.map { DictionaryItem(key: $0.key.map(renamed), value: renamed($0.value)) })
        case .lambda(let parameters, let body):
            if parameters.all.contains(where: { $0.name == name }) { return self }
            kind = .lambda(parameters, body: renamed(body))
        case .comprehension(let form, let element, let value, let clauses):
            kind = renamedComprehension(form, element, value, clauses, name, new)
        case .formattedString(let parts):
            kind = .formattedString(parts.map { $0.renaming(name, to: new) })
        case .starred(let inner): kind = .starred(renamed(inner))
        case .named(let own, let value):
            kind = .named(own == name ? new : own, value: renamed(value))
        }
        return Expression(kind, span: span)
    }

    /// Only the first sequence is evaluated outside of a comprehension's own variables.
    private func renamedComprehension(
        _ form: ComprehensionKind, _ element: Expression, _ value: Expression?,
        _ clauses: [ComprehensionClause], _ name: String, _ new: String
    ) -> ExpressionKind {
        let bindsName = clauses.contains { $0.target.boundNames.contains(name) }
        func renamed(_ expression: Expression) -> Expression {
            bindsName ? expression : expression.renaming(name, to: new)
        }
        return .comprehension(
            form, element: renamed(element), value: value.map(renamed),
            clauses.enumerated().map { position, clause in
                ComprehensionClause(
                    target: clause.target,
                    iterable: position == 0
                        ? clause.iterable.renaming(name, to: new) : renamed(clause.iterable),
                    conditions: clause.conditions.map(renamed))
            })
    }

    /// The names that the expression binds as a target.
    public var boundNames: Set<String> {
        switch kind {
        case .name(let name): [name]
        case .tuple(let elements), .list(let elements):
            elements.reduce(into: []) { $0.formUnion($1.boundNames) }
        case .starred(let inner): inner.boundNames
        default: []
        }
    }
}

extension FormattedPart {
    fileprivate func renaming(_ name: String, to new: String) -> FormattedPart {
        switch self {
        case .text: self
        case .value(let value, let conversion, let format):
            .value(
                value.renaming(name, to: new), conversion: conversion,
                format: format.map { $0.renaming(name, to: new) })
        }
    }
}

extension Statement {
    /// The statement with another name for a local, in what is inside it too. Functions and classes
    /// inside keep theirs.
    public func renaming(_ name: String, to new: String) -> Statement {
        func renamed(_ expression: Expression) -> Expression { expression.renaming(name, to: new) }
        func block(_ statements: [Statement]) -> [Statement] {
            statements.map { $0.renaming(name, to: new) }
        }
        let kind: StatementKind
        switch self.kind {
        case .expression(let value): kind = .expression(renamed(value))
        case .assign(let targets, let value):
            kind = .assign(targets: targets.map(renamed), value: renamed(value))
        case .annotatedAssign(let target, let annotation, let value):
            kind = .annotatedAssign(
                target: renamed(target), annotation: annotation, value: value.map(renamed))
        case .augmentedAssign(let target, let operation, let value):
            kind = .augmentedAssign(target: renamed(target), operation, value: renamed(value))
        case .return(let value): kind = .return(value.map(renamed))
        case .if(let test, let then, let otherwise):
            kind = .if(test: renamed(test), then: block(then), otherwise: block(otherwise))
        case .for(let target, let iterable, let body, let otherwise):
            kind = .for(
                target: renamed(target), iterable: renamed(iterable), body: block(body),
                otherwise: block(otherwise))
        case .while(let test, let body, let otherwise):
            kind = .while(test: renamed(test), body: block(body), otherwise: block(otherwise))
        case .assert(let test, let message):
            kind = .assert(test: renamed(test), message: message.map(renamed))
        case .raise(let exception, let cause):
            kind = .raise(exception: exception.map(renamed), cause: cause.map(renamed))
        case .delete(let targets): kind = .delete(targets.map(renamed))
        case .break, .continue, .pass, .try, .with, .function, .class, .import, .importFrom,
            .global, .nonlocal, .match, .other:
            return self
        }
        return Statement(kind, span: span)
    }
}
