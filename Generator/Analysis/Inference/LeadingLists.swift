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
                case .conditional(_, let first, let list) = argument.value.kind,
                list.simpleName != nil, isFirst(first, of: list),
                case .list = check(list, quietly: true).type.unwrapped
            else { return argument }
            return Argument(argument.label, list)
        }
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
