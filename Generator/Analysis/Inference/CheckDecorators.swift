import PythonSyntax

extension FunctionChecker {
    /// How the function is compiled. A decorator that is not known is reported: it may change
    /// everything.
    func checkDecorators() -> TypedFunction.Compilation? {
        var compilation: TypedFunction.Compilation?
        for decorator in function.definition.decorators {
            if let found = compilationKind(decorator) {
                if owner != nil {
                    report(
                        "@\(decorator.pythonText)", at: decorator.span,
                        "a compiled method is not supported")
                }
                compilation = found
            } else if !Self.plainDecorators.contains(decorator.pythonText) {
                report(
                    "@\(decorator.pythonText)", at: decorator.span,
                    "this decorator is not supported")
            }
        }
        return compilation
    }

    private static let plainDecorators: Set<String> = ["property", "staticmethod", "classmethod"]

    /// `mx.compile`, `mx.compile(shapeless=True)` and `partial(mx.compile, shapeless=True)`.
    private func compilationKind(_ decorator: Expression) -> TypedFunction.Compilation? {
        if isCompile(decorator) { return .byShape }
        guard case .call(let callee, var arguments) = decorator.kind else { return nil }
        if !isCompile(callee) {
            guard program.resolve(callee, in: module) == .external("functools.partial"),
                let first = arguments.first, first.label == .positional, isCompile(first.value)
            else { return nil }
            arguments.removeFirst()
        }
        switch arguments.map(\.label) {
        case []: return .byShape
        case [.keyword("shapeless")]:
            switch arguments[0].value.kind {
            case .constant(.boolean(true)): return .shapeless
            case .constant(.boolean(false)): return .byShape
            default: return nil
            }
        default: return nil
        }
    }

    private func isCompile(_ expression: Expression) -> Bool {
        program.resolve(expression, in: module) == .external("mlx.core.compile")
    }
}
