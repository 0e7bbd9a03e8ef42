import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// `next(xs)`, `next(xs, default)`: the first of a sequence.
    func translateNext(_ values: [TypedExpression]) -> SwiftExpression {
        let first =
            firstIndex(values[0])
            ?? SwiftExpression("\(iterated(values[0]).receiver).first")
        guard values.count > 1 else { return unwrapped(first, named: values[0]) }
        return values[1].type == .none
            ? first : first.infix("??", translate(values[1]), .nilCoalescing)
    }

    /// `i for i, x in enumerate(xs) if p(x)`, of which the first is asked: `xs.firstIndex { p($0) }`.
    private func firstIndex(_ generator: TypedExpression) -> SwiftExpression? {
        guard case .comprehension(_, let element, nil, let clauses) = generator.kind,
            clauses.count == 1, !clauses[0].conditions.isEmpty,
            case .tuple(let targets) = clauses[0].target, targets.count == 2,
            case .local(let index, _) = targets[0], element.kind == .local(index),
            case .call(let call) = clauses[0].iterable.kind, call.callee == .builtin("enumerate"),
            call.arguments.count == 1, case .list = call.arguments[0].value.type.unwrapped,
            !clauses[0].conditions.contains(where: { $0.readLocals.contains(index) })
        else { return nil }
        let sequence = present(call.arguments[0].value)
        return withBound(targets[1]) {
            closureCall(sequence, "firstIndex", $0, conjunction(clauses[0].conditions))
        }
    }
}
