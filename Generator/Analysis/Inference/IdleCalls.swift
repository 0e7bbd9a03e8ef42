import Operations
import PythonSyntax

/// Calls of functions that do nothing but give `None`, as those do that are left without the kernels of a GPU.
extension FunctionChecker {
    /// Whether a value is such a call: then it is `None`.
    func isIdleCall(_ value: TypedExpression) -> Bool {
        guard value.type == .none, case .call(let call) = value.kind else { return false }
        let callee: FunctionInfo? =
            switch call.callee {
            case .function(let dotted): program.functionInfo(dotted)
            case .method(_, let className, let name): program.classInfo(className)?.methods[name]
            default: nil
            }
        return callee?.settled?.function.body.allSatisfy(\.isIdle) == true
    }
}

extension TypedStatement {
    /// Whether the statement does no more than to give `None`, or to ask whether to.
    fileprivate var isIdle: Bool {
        switch kind {
        case .return(let value): value.map { $0.type == .none } ?? true
        case .if(_, let then, let otherwise): (then + otherwise).allSatisfy(\.isIdle)
        default: false
        }
    }
}

extension [TypedStatement] {
    /// The body of a function that gives nothing, without a `return None` at its end.
    var withoutLastNone: [TypedStatement] {
        guard case .return(let value)? = last?.kind,
            value.map({ $0.kind == .constant(.none) && $0.type == .none }) ?? true,
            !dropLast().contains(where: { $0.givesValue })
        else { return self }
        return Array(dropLast())
    }
}

extension TypedStatement {
    /// Whether the statement or one in it gives something other than `None`.
    fileprivate var givesValue: Bool {
        if case .return(let value?) = kind { return value.type != .none }
        return blocks.contains { $0.contains(where: \.givesValue) }
    }
}
