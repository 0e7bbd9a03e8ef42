import PythonSyntax

/// `if test: layer = A` … `else: layer = B`, and directly behind it the only use, `self.layer = layer(n)`: the
/// call moves into the branches, so that each names the class that it makes.
enum ClassesByBranch {
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        let known = Set(function.parameters.all.map(\.name)).union(function.body.boundNames)
        return FunctionDefinition(
            name: function.name, parameters: function.parameters, returns: function.returns,
            body: resolve(function.body, locals: known, in: function.body),
            decorators: function.decorators, isAsync: function.isAsync)
    }

    private static func resolve(
        _ block: [Statement], locals: Set<String>, in whole: [Statement]
    ) -> [Statement] {
        var result: [Statement] = []
        for statement in block {
            guard let previous = result.last, let names = previous.namedByBranch,
                let callee = names.first?.name, Set(names.map(\.name)).count == 1,
                names.allSatisfy({ !locals.contains($0.value) }),
                whole.mentionCount(of: callee) == names.count + 1,
                statement.calls(callee)
            else {
                result.append(statement)
                continue
            }
            result[result.count - 1] = previous.replacingBranches { name in
                statement.renaming(callee, to: name)
            }
        }
        return result
    }
}

extension Statement {
    /// The name that each branch of an `if … else` sets to another name, if they do nothing else.
    fileprivate var namedByBranch: [(name: String, value: String)]? {
        switch kind {
        case .if(_, let then, let otherwise):
            guard then.count == 1, otherwise.count == 1, let first = then[0].namedByBranch,
                let second = otherwise[0].namedByBranch
            else { return nil }
            return first + second
        case .assign(let targets, let value):
            guard targets.count == 1, let name = targets[0].simpleName,
                let value = value.simpleName
            else { return nil }
            return [(name, value)]
        default:
            return nil
        }
    }

    /// The same branches with another statement for each name.
    fileprivate func replacingBranches(_ statement: (String) -> Statement) -> Statement {
        switch kind {
        case .if(let test, let then, let otherwise):
            Statement(
                .if(
                    test: test, then: then.map { $0.replacingBranches(statement) },
                    otherwise: otherwise.map { $0.replacingBranches(statement) }), span: span)
        case .assign(_, let value): statement(value.simpleName ?? "")
        default: self
        }
    }

    /// Whether the statement is an assignment of a call of the name.
    fileprivate func calls(_ name: String) -> Bool {
        guard case .assign(_, let value) = kind, case .call(let callee, _) = value.kind else {
            return false
        }
        return callee.simpleName == name
    }
}

extension [Statement] {
    /// How often the block and what is inside it mention a name.
    func mentionCount(of name: String) -> Int {
        func count(_ expression: Expression) -> Int {
            (expression.simpleName == name ? 1 : 0)
                + expression.children.reduce(0) { $0 + count($1) }
        }
        return reduce(0) { sum, statement in
            sum + statement.expressions.reduce(0) { $0 + count($1) }
                + statement.statements.mentionCount(of: name)
        }
    }

    /// The names that assignments, loops and functions of the block bind.
    var boundNames: Set<String> {
        func names(_ target: Expression) -> [String] {
            switch target.kind {
            case .name(let name): [name]
            case .tuple(let elements), .list(let elements): elements.flatMap(names)
            default: []
            }
        }
        return reduce(into: []) { found, statement in
            switch statement.kind {
            case .assign(let targets, _): found.formUnion(targets.flatMap(names))
            case .for(let target, _, _, _): found.formUnion(names(target))
            case .function(let function): found.insert(function.name)
            default: break
            }
            found.formUnion(statement.statements.boundNames)
        }
    }
}
