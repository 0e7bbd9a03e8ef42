import PythonSyntax

extension Expression {
    /// A test whose first operand binds a name, `(x := f()) is None`, as the assignment in front of
    /// it and the test without it. What is evaluated first may as well be evaluated before.
    var withoutLeadingBinding: (bindings: [Statement], plain: Expression) {
        func rebuilt(_ inner: Expression, _ build: (Expression) -> ExpressionKind)
            -> (bindings: [Statement], plain: Expression)
        {
            let (bindings, plain) = inner.withoutLeadingBinding
            return bindings.isEmpty ? ([], self) : (bindings, Expression(build(plain), span: span))
        }
        switch kind {
        case .named(let name, let value):
            let target = Expression(.name(name), span: span)
            let (bindings, plain) = value.withoutLeadingBinding
            let assignment = Statement(.assign(targets: [target], value: plain), span: span)
            return (bindings + [assignment], target)
        case .comparison(let first, let parts):
            return rebuilt(first) { .comparison($0, parts) }
        case .unary(let operation, let operand):
            return rebuilt(operand) { .unary(operation, $0) }
        case .boolean(let operation, let operands):
            return rebuilt(operands[0]) { .boolean(operation, [$0] + operands.dropFirst()) }
        case .binary(let left, let operation, let right):
            return rebuilt(left) { .binary($0, operation, right) }
        default:
            return ([], self)
        }
    }
}
