import Operations
import PythonSyntax

/// Lists that stand for their first elements.
extension FunctionChecker {
    /// `caches[0] if caches[0] is not None else caches` is the list for a parameter that takes it for its first
    /// element.
    func wholeLists(_ arguments: [Argument], for operation: Operation) -> [Argument] {
        guard let leading = operation.leading,
            let position = operation.parameters.firstIndex(where: { $0.name == leading })
        else { return arguments }
        return arguments.enumerated().map { index, argument in
            guard argument.label == .keyword(leading) || argument.label == .positional,
                argument.label != .positional || index == position,
                let list = chosenList(argument.value) ?? namedChoice(argument.value)
            else { return argument }
            return Argument(argument.label, list)
        }
    }

    /// Whether an assignment only names such a choice for calls that take the list for its first element.
    func isLeadingChoice(_ targets: [Expression], _ value: Expression) -> Bool {
        guard targets.count == 1, let name = targets[0].simpleName,
            chosenList(value) != nil, namedChoice(targets[0]) != nil
        else { return false }
        let body = function.definition.body
        let reads = body.mentionCount(of: name) - 1
        var taken = 0
        _ = body.contains { statement in
            statement.contains { expression in
                guard case .call(let callee, let arguments) = expression.kind,
                    let operation = namedOperation(callee)?.signature(for: arguments),
                    let leading = operation.leading
                else { return false }
                let position = operation.parameters.firstIndex { $0.name == leading }
                taken += arguments.enumerated().count { index, argument in
                    argument.value.simpleName == name
                        && (argument.label == .keyword(leading)
                            || argument.label == .positional && index == position)
                }
                return false
            }
        }
        return reads > 0 && taken == reads
    }

    private func namedOperation(_ callee: Expression) -> Operation? {
        guard callee.rootName.map({ locals[$0] == nil }) == true,
            let library = program.resolve(callee, in: module).flatMap(program.libraryName)
        else { return nil }
        return program.table.functions[library]
    }

    /// The list of `caches[0] if test else caches`.
    private func chosenList(_ value: Expression) -> Expression? {
        guard case .conditional(_, let first, let list) = value.kind,
            list.simpleName != nil, isFirst(first, of: list),
            case .list = check(list, quietly: true).type.unwrapped
        else { return nil }
        return list
    }

    /// The list of such a choice that a name stands for.
    private func namedChoice(_ expression: Expression) -> Expression? {
        guard let name = expression.simpleName else { return nil }
        let body = function.definition.body
        let values = body.values(assignedTo: name)
        guard body.assignmentCount(of: name) == 1, values.count == 1,
            let list = chosenList(values[0]), let listName = list.simpleName,
            !body.assigns(listName, behind: values[0].span)
        else { return nil }
        return list
    }

    /// Whether an expression is `list[0]`, or a name for nothing else, or `None` where the list has no such element.
    private func isFirst(_ expression: Expression, of list: Expression) -> Bool {
        switch expression.kind {
        case .subscript(list, let index): return index.kind == .constant(.integer(0))
        case .name(let name):
            let body = function.definition.body
            let values = body.values(assignedTo: name)
            guard body.assignmentCount(of: name) == 1, values.count == 1,
                let listName = list.simpleName,
                !body.assigns(listName, behind: values[0].span)
            else { return false }
            if case .conditional(_, let first, let none) = values[0].kind {
                return none.kind == .constant(.none) && isFirst(first, of: list)
            }
            return isFirst(values[0], of: list)
        default: return false
        }
    }
}

extension [Statement] {
    /// Whether the block, or one inside it, sets a name behind a place.
    fileprivate func assigns(_ name: String, behind place: SourceSpan) -> Bool {
        contains { statement in
            let isBehind = statement.span.endLine > place.line
            return isBehind && [statement].assignmentCount(of: name) > 0
                && (statement.statements.isEmpty
                    || statement.statements.assigns(name, behind: place))
        }
    }
}
