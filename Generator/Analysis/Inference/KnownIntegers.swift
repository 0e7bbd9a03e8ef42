import PythonSyntax

extension TypedExpression {
    /// The number that the expression is whenever it runs.
    var knownInteger: Int? {
        switch kind {
        case .constant(.integer(let value)): value
        case .unary(.minus, let operand): operand.knownInteger.map { -$0 }
        case .binary(let left, let operation, let right):
            left.knownInteger.flatMap { left in
                right.knownInteger.flatMap { operation.outcome(left, $0) }
            }
        default: nil
        }
    }
}

extension BinaryOperator {
    fileprivate func outcome(_ left: Int, _ right: Int) -> Int? {
        switch self {
        case .add: left + right
        case .subtract: left - right
        case .multiply: left * right
        default: nil
        }
    }
}

extension ComparisonOperator {
    func outcome(_ left: Int, _ right: Int) -> Bool? {
        switch self {
        case .equal: left == right
        case .notEqual: left != right
        case .less: left < right
        case .lessEqual: left <= right
        case .greater: left > right
        case .greaterEqual: left >= right
        default: nil
        }
    }
}

extension [Statement] {
    /// How many statements of the block and its inner blocks bind a name.
    func assignmentCount(of name: String) -> Int {
        reduce(0) { count, statement in
            switch statement.kind {
            case .assign(let targets, _):
                count + targets.count { $0.binds(name) }
            case .annotatedAssign(let target, _, _), .augmentedAssign(let target, _, _):
                count + (target.binds(name) ? 1 : 0)
            case .if(_, let then, let otherwise):
                count + then.assignmentCount(of: name) + otherwise.assignmentCount(of: name)
            case .for(let target, _, let body, let otherwise):
                count + (target.binds(name) ? 2 : 0) + body.assignmentCount(of: name)
                    + otherwise.assignmentCount(of: name)
            case .while(_, let body, let otherwise):
                count + body.assignmentCount(of: name) + otherwise.assignmentCount(of: name)
            case .try(let body, let handlers, let otherwise, let finally):
                count
                    + (body + handlers.flatMap(\.body) + otherwise + finally)
                    .assignmentCount(of: name)
            default:
                count
            }
        }
    }
}

extension Expression {
    fileprivate func binds(_ name: String) -> Bool {
        switch kind {
        case .name(name): true
        case .tuple(let elements), .list(let elements): elements.contains { $0.binds(name) }
        case .starred(let inner): inner.binds(name)
        default: false
        }
    }
}
