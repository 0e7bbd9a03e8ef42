import Operations
import PythonSyntax

/// `**options` where the function itself has gathered the options.
extension FunctionChecker {
    /// The entries that `**options` passes after `options = {k: d[k] for k in ["a", "b"] if k in d}`, each with
    /// how it is read where a default stands in for it.
    func gatheredEntries(_ options: Expression) -> [(
        name: String, value: (Expression) -> Expression
    )]? {
        guard let name = options.simpleName,
            function.definition.body.assignmentCount(of: name) == 1,
            let made = function.definition.body.assignedValue(of: name),
            case .comprehension(.dictionary, let key, let value?, let clauses) = made.kind,
            clauses.count == 1, clauses[0].target == key, clauses[0].conditions.count == 1,
            case .subscript(let source, let index) = value.kind, index == key,
            case .comparison(let tested, let parts) = clauses[0].conditions[0].kind,
            tested == key, parts.count == 1, parts[0].comparison == .in, parts[0].operand == source
        else { return nil }
        let names: [Expression]
        switch clauses[0].iterable.kind {
        case .list(let elements), .tuple(let elements): names = elements
        default: return nil
        }
        var entries: [(name: String, value: (Expression) -> Expression)] = []
        for element in names {
            guard case .constant(.string(let name)) = element.kind else { return nil }
            entries.append(
                (
                    name,
                    { usual in
                        Expression(
                            .call(
                                function: Expression(
                                    .attribute(of: source, name: "get"), span: options.span),
                                arguments: [
                                    Argument(.positional, element),
                                    Argument(.positional, usual),
                                ]), span: options.span)
                    }
                ))
        }
        return entries
    }
}

extension [Statement] {
    /// The value of the one assignment of the name, in the block itself or inside of it.
    fileprivate func assignedValue(of name: String) -> Expression? {
        lazy.compactMap { statement in
            guard case .assign(let targets, let value) = statement.kind, targets.count == 1,
                targets[0].simpleName == name
            else { return statement.statements.assignedValue(of: name) }
            return value
        }.first
    }
}
