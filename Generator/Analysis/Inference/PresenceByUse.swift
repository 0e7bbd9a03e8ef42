import Operations
import PythonSyntax

/// A parameter that may be `None` by its annotation and of which a statement could make nothing then: behind it the
/// parameter is there, and tests of it are decided.
extension FunctionChecker {
    /// The assignment that unwraps such a parameter in front of a statement of the body, if something behind the
    /// statement reads it too.
    func unwrapping(before statement: [TypedStatement], at index: Int) -> TypedStatement? {
        guard canThrow, !isInitializer, statement.count == 1, let first = statement.first,
            case .assign(_, let value) = first.kind
        else { return nil }
        let later = Array(function.definition.body.dropFirst(index + 1))
        let found = function.parameters.lazy.map(\.name).first { name in
            self.locals[name] == .optional(.array)
                && self.narrowed[Expression(.name(name))] == nil && value.needs(name)
                && self.function.definition.body.assignmentCount(of: name) == 0
                && later.tests(Expression(.name(name)))
        }
        guard let name = found else { return nil }
        let present = TypedExpression(.local(name), .optional(.array), span: first.span)
        locals[name] = .array
        return TypedStatement(
            .assign(targets: [.local(name, .array)], value: present), span: first.span)
    }
}

extension TypedExpression {
    /// Whether evaluating the expression fails in Python where a local is `None`: an operation takes it for an array.
    fileprivate func needs(_ name: String) -> Bool {
        func isGiven(_ value: TypedExpression) -> Bool {
            value.kind == .local(name) && value.type == .optional(.array)
        }
        switch kind {
        case .conditional(let test, _, _): return test.needs(name)
        case .boolean(_, let operands): return operands[0].needs(name)
        case .comprehension, .lambda: return false
        case .shape(let array): if isGiven(array) { return true }
        case .binary(let left, _, let right):
            if isGiven(left) || isGiven(right) { return true }
        case .comparison(let left, let parts):
            let isOrdering = parts.contains {
                [.less, .lessEqual, .greater, .greaterEqual].contains($0.comparison)
            }
            if isOrdering, isGiven(left) || parts.contains(where: { isGiven($0.operand) }) {
                return true
            }
        case .call(let call):
            if case .operation(let operation) = call.callee,
                call.arguments.contains(where: { argument in
                    isGiven(argument.value)
                        && operation.parameter(named: argument.parameter)?.type == .array
                })
            {
                return true
            }
        default: break
        }
        return children.contains { $0.needs(name) }
    }
}

extension [Statement] {
    /// Whether one of the statements or what is inside them asks whether a name is `None`.
    fileprivate func tests(_ name: Expression) -> Bool {
        contains { statement in
            statement.expressions.contains { $0.testsNone(name) }
                || statement.statements.tests(name)
        }
    }
}

extension Expression {
    fileprivate func testsNone(_ name: Expression) -> Bool {
        if case .comparison(name, let parts) = kind,
            parts.contains(where: { $0.operand.kind == .constant(.none) })
        {
            return true
        }
        return children.contains { $0.testsNone(name) }
    }
}
