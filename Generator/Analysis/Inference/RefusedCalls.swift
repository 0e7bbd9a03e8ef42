import Operations
import PythonSyntax

extension FunctionChecker {
    /// `mx.zeros(0, size, dtype=x.dtype)`: a call that gives one parameter two arguments, which Python refuses where it
    /// gets there. The array that it would give is a failure.
    func refusedCall(of operation: Operation, _ arguments: [Argument], span: SourceSpan)
        -> TypedExpression?
    {
        let positional = arguments.count { $0.label == .positional }
        let filled = Set(operation.parameters.prefix(positional).map(\.name))
        let isTwice = arguments.contains {
            if case .keyword(let name) = $0.label { filled.contains(name) } else { false }
        }
        guard isTwice, operation.overloads.isEmpty, operation.result == .type(.array),
            !operation.parameters.contains(where: \.isVariadic)
        else { return nil }
        let name = String(operation.python.split(separator: ".").last ?? "")
        let text = TypedExpression(.constant(.string(name)), .string, span: span)
        let argument = TypedArgument(parameter: "0", value: text)
        return TypedExpression(
            .call(TypedCall(callee: .builtin("refused"), arguments: [argument])), .array, span: span
        )
    }
}
