import Operations
import PythonSyntax

/// `is_mixture = self.kind == "moe" and self.experts`: Python keeps one of the operands, of whatever type.
/// Where nothing but tests reads the name, its truth is all that counts.
extension FunctionChecker {
    /// The value as its truth, where it is a junction whose type Swift could not hold and only tests read
    /// the name that it gets.
    func asNamedTruth(_ value: TypedExpression, of targets: [Expression]) -> TypedExpression {
        guard case .boolean(_, let operands) = value.kind, value.type == .boolean,
            !operands.allSatisfy({ $0.type == .boolean }),
            targets.count == 1, let name = targets[0].simpleName
        else { return value }
        let body = function.definition.body
        guard body.assignmentCount(of: name) == 1,
            body.mentionCount(of: name) - 1 == body.testCount(of: name)
        else { return value }
        let argument = TypedArgument(parameter: "0", value: value)
        return TypedExpression(
            .call(TypedCall(callee: .builtin("bool"), arguments: [argument])), .boolean,
            span: value.span)
    }
}

extension [Statement] {
    /// How often a name is tested in the conditions of the block and of what is inside it.
    fileprivate func testCount(of name: String) -> Int {
        reduce(0) { sum, statement in
            let own =
                switch statement.kind {
                case .if(let test, _, _), .while(let test, _, _): test.testCount(of: name)
                default: 0
                }
            return sum + own + statement.statements.testCount(of: name)
        }
    }
}

extension Expression {
    fileprivate func testCount(of name: String) -> Int {
        switch kind {
        case .name(name): 1
        case .boolean(_, let operands): operands.reduce(0) { $0 + $1.testCount(of: name) }
        case .unary(.not, let operand): operand.testCount(of: name)
        default: 0
        }
    }
}
