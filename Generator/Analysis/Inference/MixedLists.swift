import Operations
import PythonSyntax

extension FunctionChecker {
    /// A number that a list of arrays takes in: the array that `mx.array` makes of it, if that is all that happens to
    /// the list.
    func asElement(_ value: TypedExpression, of list: String, span: SourceSpan) -> TypedExpression {
        guard case .list(.array)? = locals[list],
            [.integer, .float, .boolean].contains(value.type),
            let array = program.table.functions["mlx.core.array"]
        else { return value }
        guard function.definition.body.readsNothingElse(of: list) else {
            report(
                "list of arrays and numbers", at: span, type: value.type,
                "only a list that becomes one array may hold both",
                hint: "an operation takes a number otherwise than an array of one")
            return value
        }
        let argument = TypedArgument(parameter: array.parameters[0].name, value: value)
        return TypedExpression(
            .call(TypedCall(callee: .operation(array), arguments: [argument])), .array,
            span: value.span)
    }
}

extension [Statement] {
    /// Whether a list is added to, and becomes one array as a whole: `mx.array(list)`.
    fileprivate func readsNothingElse(of list: String) -> Bool {
        allSatisfy { statement in
            statement.readExpressions(besides: list).allSatisfy { $0.readsNothingElse(of: list) }
                && statement.statements.readsNothingElse(of: list)
        }
    }
}

extension Statement {
    /// The expressions of the statement itself without a local that it sets.
    fileprivate func readExpressions(besides local: String) -> [Expression] {
        switch kind {
        case .assign(let targets, let value): targets.filter { $0.simpleName != local } + [value]
        case .annotatedAssign(let target, _, let value):
            [target].filter { $0.simpleName != local } + [value].compactMap { $0 }
        default: expressions
        }
    }
}

extension Expression {
    fileprivate func readsNothingElse(of list: String) -> Bool {
        switch kind {
        case .name(list): return false
        case .call(let callee, let arguments):
            if case .attribute(let base, "append") = callee.kind, base.simpleName == list {
                return arguments.allSatisfy { $0.value.readsNothingElse(of: list) }
            }
            if case .attribute(_, "array") = callee.kind, arguments.first?.value.simpleName == list
            {
                return arguments.dropFirst().allSatisfy { $0.value.readsNothingElse(of: list) }
            }
            return children.allSatisfy { $0.readsNothingElse(of: list) }
        default: return children.allSatisfy { $0.readsNothingElse(of: list) }
        }
    }
}
