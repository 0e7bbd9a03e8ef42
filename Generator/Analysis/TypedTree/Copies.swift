import Operations

/// Copies of lists and dictionaries: what a callee changes of one, its caller does not see. Swift copies whatever
/// changes, so that they are gone from the tree once that has been found.
enum Copies {
    /// What `dict(x)` and `x.copy()` call.
    static let callee = Callee.builtin("copy")
}

extension TypedFunction {
    /// The function with what is copied in the place of copies.
    var withoutCopies: TypedFunction {
        guard body.contains(where: { $0.contains { $0.copied != nil } }) else { return self }
        return with(body: body.withoutCopies)
    }
}

extension [TypedStatement] {
    fileprivate var withoutCopies: [TypedStatement] {
        filter { !$0.copiesItself }.map { statement in
            let kind: TypedStatementKind =
                switch statement.kind {
                case .if(let test, let then, let otherwise):
                    .if(
                        test: test, then: then.withoutCopies, otherwise: otherwise.withoutCopies)
                case .for(let target, let iterable, let body):
                    .for(target: target, iterable: iterable, body: body.withoutCopies)
                case .while(let test, let body): .while(test: test, body: body.withoutCopies)
                case .try(let body, let handlers):
                    .try(
                        body: body.withoutCopies,
                        handlers: handlers.map {
                            TypedHandler(exceptions: $0.exceptions, body: $0.body.withoutCopies)
                        })
                default: statement.kind
                }
            return TypedStatement(kind, span: statement.span)
                .rewritten(\.withoutCopy, functions: \.withoutCopies)
        }
    }
}

extension TypedStatement {
    /// `weights = dict(weights)`, `self.options = dict(self.options)` and a test for that alone.
    fileprivate var copiesItself: Bool {
        switch kind {
        case .assign(let targets, let value) where targets.count == 1:
            switch targets[0] {
            case .local(let name, _): value.copied?.path == name
            case .attribute(let name, _): value.copied?.path == "self.\(name)"
            default: false
            }
        case .if(let test, let then, let otherwise):
            if case .isNone(let subject, _) = test.kind, subject.path != nil, !then.isEmpty {
                (then + otherwise).allSatisfy(\.copiesItself)
            } else {
                false
            }
        default: false
        }
    }
}

extension TypedExpression {
    /// The list or dictionary of which this is a copy.
    var copied: TypedExpression? {
        guard case .call(let call) = kind, call.callee == Copies.callee,
            let value = call.argument("self")
        else { return nil }
        return TypedExpression(value.kind, type, span: span)
    }

    fileprivate var withoutCopy: TypedExpression? { copied?.rewritten(\.withoutCopy) }
}
