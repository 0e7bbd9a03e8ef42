import Analysis
import Operations

extension FunctionTranslator {
    /// The binding for a mask that is there, where all that reads it takes it for an array:
    /// `if let mask = mask.array`.
    func arrayBinding(
        _ subject: TypedExpression, in block: [TypedStatement],
        or conditions: [TypedExpression] = []
    ) -> (binding: Binding, text: String)? {
        guard let path = subject.path, storageType(subject) == .mask,
            !block.contains(where: { $0.readsMask(path) || $0.assigns(path) }),
            !conditions.contains(where: { $0.readsMask(path) }),
            let binding = instanceBinding(subject, .array, in: block, or: conditions)
        else { return nil }
        let value = translateUnconverted(subject)
        return (binding, "let \(binding.name) = \(value.receiver).array")
    }
}

extension TypedExpression {
    /// Whether something reads a mask in a way that Python does not refuse for `"causal"`.
    fileprivate func readsMask(_ path: String) -> Bool {
        if self.path == path { return type.unwrapped != .array }
        let others =
            switch kind {
            case .sliced(let base, let indices) where base.path == path:
                indices.flatMap(\.expressions)
            case .call(let call):
                if case .operation(let operation) = call.callee {
                    call.arguments.filter {
                        $0.value.path != path
                            || operation.parameter(named: $0.parameter)?.type.unwrapped != .array
                    }.map(\.value)
                } else {
                    children
                }
            default: children
            }
        return others.contains { $0.readsMask(path) }
    }
}

extension TypedStatement {
    fileprivate func readsMask(_ path: String) -> Bool {
        if case .function(let function) = kind {
            return function.body.contains { $0.readsMask(path) }
        }
        return expressions.contains { $0.readsMask(path) }
            || blocks.contains { $0.contains { $0.readsMask(path) } }
    }
}
