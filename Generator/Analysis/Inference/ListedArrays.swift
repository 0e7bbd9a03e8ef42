import Operations
import PythonSyntax

/// `ids.tolist()`: how the list is gone through tells how deep it is, and that its numbers are used as
/// indices tells that they are integers.
extension FunctionChecker {
    /// The call, if the body tells what it gives.
    func checkListedArray(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, "tolist") = callee.kind, arguments.isEmpty else {
            return nil
        }
        let host = check(base, quietly: true)
        // What `np.where` gives for a dimension has one itself.
        if host.type == .hostArray, case .element = host.kind {
            return builtinCall("array.tolist", host, [], .list(.integer), call.span)
        }
        let body = function.definition.body
        guard let depth = body.indexDepth(of: call) ?? (body.convertsElements(of: call) ? 1 : nil)
        else { return nil }
        let array = check(base)
        guard array.type == .array else { return nil }
        let type = (0..<depth).reduce(PythonType.integer) { element, _ in .list(element) }
        return builtinCall("array.tolist", array, [], type, call.span)
    }
}

extension FunctionChecker {
    /// `count = x.item()`, where the body takes the number for a bound of a slice: it is an integer.
    func checkIntegerItem(
        _ callee: Expression, _ arguments: [Argument], _ call: Expression
    ) -> TypedExpression? {
        guard case .attribute(let base, "item") = callee.kind, arguments.isEmpty,
            function.definition.body.bounds(with: call),
            let operation = program.table.builtinMethods["array"]?["int(item)"]
        else { return nil }
        let array = check(base)
        guard array.type == .array else { return nil }
        return TypedExpression(
            .call(
                TypedCall(
                    callee: .operation(operation),
                    arguments: [TypedArgument(parameter: "self", value: array)])), .integer,
            span: call.span)
    }
}

extension [Statement] {
    /// Whether some slice is bounded by a local that is set to a value, or by a sum with it.
    fileprivate func bounds(with value: Expression) -> Bool {
        let names = assignedNames(of: value)
        return contains { statement in
            statement.contains { expression in
                guard case .slice(let lower, let upper, _) = expression.kind else { return false }
                return [lower, upper].contains { bound in
                    bound?.summands.contains { names.contains($0.simpleName ?? "") } == true
                }
            }
        }
    }

    /// Whether a local that is set to a list has its elements converted: `int(size[0])`.
    fileprivate func convertsElements(of list: Expression) -> Bool {
        let names = assignedNames(of: list)
        return contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    callee.simpleName == "int", arguments.count == 1,
                    case .subscript(let base, let index) = arguments[0].value.kind
                else { return false }
                return !index.hasSlice && names.contains(base.simpleName ?? "")
            }
        }
    }

    /// The locals that are set to a value or to an expression with it.
    private func assignedNames(of value: Expression) -> Set<String> {
        reduce(into: []) { names, statement in
            if case .assign(let targets, let assigned) = statement.kind,
                assigned == value || assigned.children.contains(value)
            {
                names.formUnion(targets.compactMap(\.simpleName))
            }
            names.formUnion(statement.statements.assignedNames(of: value))
        }
    }
}

extension Statement {
    /// Whether an expression of the statement, or of those inside it, meets a condition.
    fileprivate func contains(_ condition: (Expression) -> Bool) -> Bool {
        expressions.contains { $0.contains(condition) }
            || statements.contains { $0.contains(condition) }
    }
}

extension Expression {
    fileprivate func contains(_ condition: (Expression) -> Bool) -> Bool {
        condition(self) || children.contains { $0.contains(condition) }
    }

    /// What a sum is made of.
    fileprivate var summands: [Expression] {
        if case .binary(let left, .add, let right) = kind { return left.summands + right.summands }
        return [self]
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
