import PythonSyntax

/// Assignments in the form that says the least: `self.heads = heads = heads` sets nothing but the attribute,
/// `object.__setattr__(self, "width", 4)` is `self.width = 4`, and a name that is set to `()`, to which tuples are
/// added, is set to `[]`, as tuples that grow are lists.
enum PlainAssignments {
    /// The function with such assignments.
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: function.body.map(resolve), decorators: function.decorators,
            isAsync: function.isAsync)
    }

    private static func resolve(_ statement: Statement) -> Statement {
        switch statement.kind {
        case .assign(let targets, let value)
        where value.kind == .tuple([]) && targets.allSatisfy({ $0.simpleName != nil }):
            let empty = Expression(.list([]), span: value.span)
            return Statement(.assign(targets: targets, value: empty), span: statement.span)
        case .assign(let targets, let value):
            guard targets.count > 1, let name = value.simpleName else { return statement }
            let others = targets.filter { $0.simpleName != name }
            guard !others.isEmpty, others.count < targets.count else { return statement }
            return Statement(.assign(targets: others, value: value), span: statement.span)
        case .expression(let call):
            guard let (target, value) = call.setAttribute else { return statement }
            return Statement(.assign(targets: [target], value: value), span: statement.span)
        case .if(let test, let then, let otherwise):
            return Statement(
                .if(test: test, then: then.map(resolve), otherwise: otherwise.map(resolve)),
                span: statement.span)
        case .for(let target, let iterable, let body, let otherwise):
            return Statement(
                .for(
                    target: target, iterable: iterable, body: body.map(resolve),
                    otherwise: otherwise.map(resolve)), span: statement.span)
        default: return statement
        }
    }
}

extension Expression {
    /// What `object.__setattr__(a, "name", value)` sets, and to what.
    fileprivate var setAttribute: (target: Expression, value: Expression)? {
        guard case .call(let callee, let arguments) = kind,
            case .attribute(let base, "__setattr__") = callee.kind, base.simpleName == "object",
            arguments.count == 3, arguments.allSatisfy({ $0.label == .positional }),
            case .constant(.string(let name)) = arguments[1].value.kind
        else { return nil }
        let target = Expression(.attribute(of: arguments[0].value, name: name), span: span)
        return (target, arguments[2].value)
    }
}
