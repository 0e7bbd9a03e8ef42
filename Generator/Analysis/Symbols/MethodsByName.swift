import PythonSyntax

/// `skips = getattr(cache, "can_skip", None)`, `if callable(skips): skips(1)`: a method that an object may have, as a
/// value. It is asked for and called where it is used:
///
///     if callable(getattr(cache, "can_skip", None)):
///         cache.can_skip(1)
enum MethodsByName {
    /// The function without locals for such methods.
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        let body = found(in: function.body).reduce(function.body) { body, method in
            resolve(method, in: body, of: function)
        }
        return FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: body, decorators: function.decorators, isAsync: function.isAsync)
    }

    private struct Method {
        let local: String
        let object: Expression
        let name: String
        let value: Expression

        /// `callable(skips)`
        var test: ExpressionKind {
            .call(
                function: Expression(.name("callable")),
                arguments: [Argument(.positional, Expression(.name(local)))])
        }
    }

    private static func found(in block: [Statement]) -> [Method] {
        block.flatMap { statement -> [Method] in
            if let method = method(statement) { return [method] }
            return found(in: statement.statements)
        }
    }

    private static func method(_ statement: Statement) -> Method? {
        guard case .assign(let targets, let value) = statement.kind, targets.count == 1,
            let local = targets[0].simpleName, let (object, name) = value.attributeAskedFor,
            object.simpleName != nil
        else { return nil }
        return Method(local: local, object: object, name: name, value: value)
    }

    private static func resolve(
        _ method: Method, in body: [Statement], of function: FunctionDefinition
    ) -> [Statement] {
        let rest = removed(method, from: body)
        let tests = rest.count(where: { $0.kind == method.test })
        let calls = rest.count(where: { $0.callsName(method.local) })
        guard tests > 0, rest.count(where: { $0.simpleName == method.local }) == tests + calls,
            body.assignmentCount(of: method.local) == 1,
            !body.untouchableNames.contains(method.local),
            body.assignmentCount(of: method.object.simpleName ?? "") == 0,
            !function.parameters.all.contains(where: { $0.name == method.local })
        else { return body }
        return rest.rewritten { $0.rewritten { used($0, method) } }
    }

    /// The body without the statement that sets the local.
    private static func removed(_ method: Method, from block: [Statement]) -> [Statement] {
        block.flatMap { statement -> [Statement] in
            if self.method(statement)?.local == method.local { return [] }
            return [statement.rewritten({ $0 }, block: { removed(method, from: $0) })]
        }
    }

    /// What stands for a test or a call of the local.
    private static func used(_ expression: Expression, _ method: Method) -> Expression? {
        guard case .call(let callee, let arguments) = expression.kind else { return nil }
        if expression.kind == method.test {
            return Expression(
                .call(function: callee, arguments: [Argument(.positional, method.value)]),
                span: expression.span)
        }
        guard callee.simpleName == method.local else { return nil }
        return Expression(
            .call(
                function: Expression(
                    .attribute(of: method.object, name: method.name), span: callee.span),
                arguments: arguments.map {
                    Argument($0.label, $0.value.rewritten { used($0, method) })
                }), span: expression.span)
    }
}

extension Expression {
    fileprivate func callsName(_ name: String) -> Bool {
        if case .call(let callee, _) = kind { callee.simpleName == name } else { false }
    }

    /// How many expressions inside, and it itself, are such ones.
    fileprivate func count(where isMeant: (Expression) -> Bool) -> Int {
        children.reduce(isMeant(self) ? 1 : 0) { $0 + $1.count(where: isMeant) }
    }
}

extension [Statement] {
    /// How many expressions of the block and its inner blocks are such ones.
    fileprivate func count(where isMeant: (Expression) -> Bool) -> Int {
        reduce(0) { count, statement in
            count + statement.expressions.reduce(0) { $0 + $1.count(where: isMeant) }
                + statement.statements.count(where: isMeant)
        }
    }
}
