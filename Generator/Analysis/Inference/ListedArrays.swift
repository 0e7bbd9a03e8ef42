import Operations
import PythonSyntax

/// `ids.tolist()`: how the list is gone through tells how deep it is, and that its numbers are used as
/// indices tells that they are integers.
extension FunctionChecker {
    /// The call, if the body tells what it gives.
    func checkListedArray(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, "tolist") = callee.kind, arguments.isEmpty,
            let depth = function.definition.body.indexDepth(of: call)
        else { return nil }
        let array = check(base)
        guard array.type == .array else { return nil }
        let type = (0..<depth).reduce(PythonType.integer) { element, _ in .list(element) }
        return builtinCall("array.tolist", array, [], type, call.span)
    }
}

extension [Statement] {
    /// How many loops lie between a list and the use of its elements as indices.
    fileprivate func indexDepth(of list: Expression) -> Int? {
        for statement in self {
            if case .for(let target, let iterable, let body, _) = statement.kind,
                let element = target.element(of: list, in: iterable),
                let depth = body.depth(of: element)
            {
                return depth + 1
            }
            if let depth = statement.expressions.lazy.compactMap({ $0.indexDepth(of: list) }).first
                ?? statement.statements.indexDepth(of: list)
            {
                return depth
            }
        }
        return nil
    }

    /// The same for what a loop's variable stands for; 0 where it is itself an index.
    fileprivate func depth(of name: Expression) -> Int? {
        for statement in self {
            if statement.expressions.contains(where: { $0.indexes(with: name) }) { return 0 }
            if let depth = statement.statements.depth(of: name) { return depth }
        }
        return indexDepth(of: name)
    }
}

extension Expression {
    fileprivate func indexDepth(of list: Expression) -> Int? {
        if case .comprehension(_, let element, let value, let clauses) = kind {
            for clause in clauses {
                guard let name = clause.target.element(of: list, in: clause.iterable) else {
                    continue
                }
                let parts = [element] + [value].compactMap { $0 } + clause.conditions
                if parts.contains(where: { $0.indexes(with: name) }) { return 1 }
                if let depth = parts.lazy.compactMap({ $0.indexDepth(of: name) }).first {
                    return depth + 1
                }
            }
        }
        return children.lazy.compactMap { $0.indexDepth(of: list) }.first
    }

    /// The variable of a loop over `iterable` that holds an element of a list.
    fileprivate func element(of list: Expression, in iterable: Expression) -> Expression? {
        if iterable == list { return self }
        guard case .call(let callee, let arguments) = iterable.kind,
            callee.simpleName == "zip", case .tuple(let targets) = kind,
            targets.count == arguments.count,
            let place = arguments.firstIndex(where: { $0.value == list })
        else { return nil }
        return targets[place]
    }

    /// Whether something is indexed with a value.
    fileprivate func indexes(with value: Expression) -> Bool {
        if case .subscript(_, value) = kind { return true }
        return children.contains { $0.indexes(with: value) }
    }
}
