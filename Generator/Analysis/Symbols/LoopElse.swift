import PythonSyntax

/// `for … else`: what a loop does that nothing has broken off, behind it, under a test for that.
enum LoopElse {
    /// The function without such loops.
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: resolve(function.body), decorators: function.decorators,
            isAsync: function.isAsync)
    }

    private static func resolve(_ block: [Statement]) -> [Statement] {
        block.flatMap { statement -> [Statement] in
            let span = statement.span
            let inner = statement.rewritten({ $0 }, block: resolve)
            let flag = Expression(.name("found\(SplitLocals.mark)\(span.line)"), span: span)
            func isFound(_ value: Bool) -> Statement {
                Statement(
                    .assign(
                        targets: [flag],
                        value: Expression(.constant(.boolean(value)), span: span)), span: span)
            }
            let loop: StatementKind
            let body: [Statement]
            let rest: [Statement]
            switch inner.kind {
            case .for(let target, let iterable, let given, let otherwise) where !otherwise.isEmpty:
                (body, rest) = (given, otherwise)
                loop = .for(
                    target: target, iterable: iterable, body: body.marking(isFound(true)),
                    otherwise: [])
            case .while(let test, let given, let otherwise) where !otherwise.isEmpty:
                (body, rest) = (given, otherwise)
                loop = .while(test: test, body: body.marking(isFound(true)), otherwise: [])
            default: return [inner]
            }
            let marked = Statement(loop, span: span)
            // Nothing keeps the loop from its end but a return.
            guard body.contains(where: \.breaksLoop) else { return [marked] + rest }
            let test = Expression(.unary(.not, flag), span: rest[0].span)
            return [
                isFound(false), marked,
                Statement(.if(test: test, then: rest, otherwise: []), span: rest[0].span),
            ]
        }
    }
}

extension [Statement] {
    /// The body of a loop with a statement in front of each that breaks the loop off.
    fileprivate func marking(_ mark: Statement) -> [Statement] {
        flatMap { statement -> [Statement] in
            switch statement.kind {
            case .break: return [mark, statement]
            // What stands in an inner loop breaks that one off.
            case .for, .while, .function, .class: return [statement]
            default: return [statement.rewritten({ $0 }, block: { $0.marking(mark) })]
            }
        }
    }
}

extension Statement {
    /// Whether it, or something in it, breaks off the loop around it.
    fileprivate var breaksLoop: Bool {
        switch kind {
        case .break: true
        case .for, .while, .function, .class: false
        default: statements.contains(where: \.breaksLoop)
        }
    }
}
