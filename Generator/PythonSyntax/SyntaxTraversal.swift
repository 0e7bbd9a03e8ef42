extension Expression {
    /// The expressions directly inside.
    public var children: [Expression] {
        switch kind {
        case .name, .constant, .other: []
        case .attribute(let base, _), .starred(let base), .named(_, let base): [base]
        case .subscript(let base, let index): [base, index]
        case .slice(let lower, let upper, let step): [lower, upper, step].compactMap { $0 }
        case .call(let function, let arguments): [function] + arguments.map(\.value)
        case .unary(_, let operand): [operand]
        case .binary(let left, _, let right): [left, right]
        case .boolean(_, let operands), .tuple(let operands), .list(let operands),
            .set(let operands):
            operands
        case .comparison(let first, let parts): [first] + parts.map(\.operand)
        case .conditional(let test, let then, let otherwise): [test, then, otherwise]
        case .dictionary(let items): items.flatMap { [$0.key, $0.value].compactMap { $0 } }
        case .lambda(let parameters, let body): parameters.expressions + [body]
        case .comprehension(_, let element, let value, let clauses):
            [element] + [value].compactMap { $0 }
                + clauses.flatMap { [$0.target, $0.iterable] + $0.conditions }
        case .formattedString(let parts): parts.flatMap(\.expressions)
        }
    }
}

extension FormattedPart {
    fileprivate var expressions: [Expression] {
        switch self {
        case .text: []
        case .value(let value, _, let format): [value] + format.flatMap(\.expressions)
        }
    }
}

extension Parameters {
    fileprivate var expressions: [Expression] {
        all.flatMap { [$0.annotation, $0.defaultValue].compactMap { $0 } }
    }
}

extension Statement {
    /// The expressions of the statement itself, not of those inside it.
    public var expressions: [Expression] {
        switch kind {
        case .expression(let value): [value]
        case .assign(let targets, let value): targets + [value]
        case .annotatedAssign(let target, let annotation, let value):
            [target, annotation] + [value].compactMap { $0 }
        case .augmentedAssign(let target, _, let value): [target, value]
        case .return(let value): [value].compactMap { $0 }
        case .if(let test, _, _), .while(let test, _, _): [test]
        case .for(let target, let iterable, _, _): [target, iterable]
        case .assert(let test, let message): [test] + [message].compactMap { $0 }
        case .raise(let exception, let cause): [exception, cause].compactMap { $0 }
        case .try(_, let handlers, _, _): handlers.compactMap(\.type)
        case .with(let items, _): items.flatMap { [$0.context, $0.target].compactMap { $0 } }
        case .function(let function):
            function.decorators + function.parameters.expressions
                + [function.returns].compactMap { $0 }
        case .class(let definition):
            definition.bases + definition.keywords.map(\.value) + definition.decorators
        case .delete(let targets): targets
        case .match(let subject, let cases):
            [subject] + cases.flatMap { $0.pattern.expressions + [$0.test].compactMap { $0 } }
        case .break, .continue, .pass, .import, .importFrom, .global, .nonlocal, .other: []
        }
    }

    /// The statements directly inside.
    public var statements: [Statement] {
        switch kind {
        case .if(_, let then, let otherwise), .while(_, let then, let otherwise),
            .for(_, _, let then, let otherwise):
            then + otherwise
        case .try(let body, let handlers, let otherwise, let finally):
            body + handlers.flatMap(\.body) + otherwise + finally
        case .with(_, let body): body
        case .match(_, let cases): cases.flatMap(\.body)
        case .function(let function): function.body
        case .class(let definition): definition.body
        default: []
        }
    }
}
