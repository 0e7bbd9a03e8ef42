import PythonSyntax

extension FunctionChecker {
    /// `map(f, xs)` as `[f(x) for x in xs]`.
    func mapped(_ arguments: [Argument], span: SourceSpan) -> Expression? {
        guard arguments.count == 2, arguments.allSatisfy({ $0.label == .positional }) else {
            return nil
        }
        let (function, sequence) = (arguments[0].value, arguments[1].value)
        // No Python name looks like this, so that the function's own names stay what they are.
        let element = "element\(SplitLocals.mark)"
        let argument = Expression(.name(element), span: span)
        let applied: Expression
        if case .lambda(let parameters, let body) = function.kind {
            guard let parameter = parameters.all.first, parameters.all.count == 1 else {
                return nil
            }
            applied = body.renaming(parameter.name, to: element)
        } else {
            applied = Expression(
                .call(function: function, arguments: [Argument(.positional, argument)]),
                span: span)
        }
        return Expression(
            .comprehension(
                .generator, element: applied, value: nil,
                [ComprehensionClause(target: argument, iterable: sequence, conditions: [])]),
            span: span)
    }
}
