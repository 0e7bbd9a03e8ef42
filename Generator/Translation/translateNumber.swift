import Analysis
import Operations
import PythonSyntax

/// Arithmetic on numbers of a JSON file, which is done in the numbers that the place takes.
extension FunctionTranslator {
    /// An expression on JSON numbers as the integer or float that is expected; `nil` where none is, or
    /// the value is no result of arithmetic.
    ///
    /// Where only the value counts, floats are exact: integers of a file are far below 2^53.
    func translateNumber(_ expression: TypedExpression, as expected: PythonType?)
        -> SwiftExpression?
    {
        guard expression.type == .json, expression.isArithmetic, let number = expected?.unwrapped,
            number == .integer || number == .float
        else { return nil }
        if case .unary(.minus, let operand) = expression.kind {
            let value = translate(operand, as: number)
            return SwiftExpression(
                "-\(value.operand(.primary))", .prefix, isThrowing: value.isThrowing)
        }
        return translateUnconverted(TypedExpression(expression.kind, number, span: expression.span))
    }
}

extension TypedExpression {
    /// Whether it computes with numbers, of which a file may have some.
    var isArithmetic: Bool {
        guard type == .json else { return false }
        switch kind {
        case .binary, .unary(.minus, _), .conditional: return true
        default: return false
        }
    }
}
