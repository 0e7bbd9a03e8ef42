import Analysis
import Operations
import PythonSyntax

/// The truth of values.
extension FunctionTranslator {
    /// The expression as a Swift condition, with Python's truth of numbers, strings and lists.
    func condition(_ expression: TypedExpression) -> SwiftExpression {
        if case .boolean(let operation, let operands) = expression.kind {
            return junction(operation, operands)
        }
        func test(_ text: (String) -> String, _ precedence: SwiftExpression.Precedence)
            -> SwiftExpression
        {
            let value = translate(expression)
            return SwiftExpression(text(value.receiver), precedence, isThrowing: value.isThrowing)
        }
        switch expression.type {
        case .boolean:
            return translate(expression)
        case .integer, .float:
            return translate(expression).infix("!=", SwiftExpression("0"), .comparison)
        case .string, .list, .dictionary, .set:
            return test({ "!\($0).isEmpty" }, .prefix)
        case .optional(.integer), .optional(.float):
            return test({ "\($0).nonZero != nil" }, .comparison)
        case .optional(.string), .optional(.list):
            return test({ "\($0).nonEmpty != nil" }, .comparison)
        case .optional(.boolean):
            return translate(expression).infix("==", SwiftExpression("true"), .comparison)
        case .json:
            return test({ "\($0).isTruthy" }, .primary)
        case .optional(.json):
            return test({ "\($0)?.isTruthy == true" }, .comparison)
        case .library("RoPEScaling"), .library("WeightTree"):
            return test({ "!\($0).isEmpty" }, .prefix)
        case .optional(.library("RoPEScaling")), .optional(.library("WeightTree")),
            .optional(.dictionary), .optional(.set):
            return test({ "\($0).nonEmpty != nil" }, .comparison)
        case .optional(.instance), .optional(.library), .optional(.either):
            return translate(expression).infix("!=", SwiftExpression("nil"), .comparison)
        case .array:
            return test({ "\($0).item(Bool.self)" }, .primary)
        default:
            report(
                "condition", at: expression.span, type: expression.type,
                "the truth of this value is not known")
            return translate(expression)
        }
    }
}

extension SwiftExpression {
    /// `a == b` for `a != b` and the like.
    var negatedComparison: SwiftExpression? {
        for (symbol, negated) in [(" == ", " != "), (" != ", " == ")] where text.contains(symbol) {
            guard text.ranges(of: symbol).count == 1, !text.contains(" && "), !text.contains(" || ")
            else { return nil }
            return SwiftExpression(
                text.replacing(symbol, with: negated), .comparison, isThrowing: isThrowing)
        }
        return nil
    }
}
