import Operations
import PythonSyntax

extension FunctionChecker {
    /// Infers an expression's type and resolves what it names.
    func check(_ expression: Expression) -> TypedExpression {
        let typed = checkUnnarrowed(expression)
        guard let type = narrowed[expression] else { return typed }
        return TypedExpression(typed.kind, type, span: typed.span)
    }

    func checkUnnarrowed(_ expression: Expression) -> TypedExpression {
        let span = expression.span
        func typed(_ kind: TypedExpressionKind, _ type: PythonType) -> TypedExpression {
            TypedExpression(kind, type, span: span)
        }
        switch expression.kind {
        case .name(let name):
            return checkName(name, expression)
        case .constant(let constant):
            return typed(.constant(constant), constant.type)
        case .attribute(let base, let name):
            return checkAttribute(base, name, expression)
        case .subscript(let base, let index):
            return checkSubscript(base, index, span: span)
        case .call(let callee, let arguments):
            return checkCall(callee, arguments, expression)
        case .unary(let operation, let operand):
            let value = check(operand)
            if operation == .not, let known = knownTruth(value) {
                return typed(.constant(.boolean(!known)), .boolean)
            }
            return typed(
                .unary(operation, value), operation == .not ? .boolean : value.type.unwrapped)
        case .binary(let left, let operation, let right):
            let whole = check(left)
            if operation == .multiply, whole.type.isAbsentTuple, left.isPairOfNones {
                // However often it is repeated: each of its parts is None.
                _ = check(right)
                return TypedExpression(whole.kind, whole.type, span: span)
            }
            let operands = asFractions(repeated(whole, operation), check(right))
            let (left, right) = countingTruth(operands.0, operands.1)
            if let host = checkHostOperator(left, operation, right, span: span) { return host }
            return typed(
                .binary(left, operation, right),
                binaryType(left.type, operation, right.type, exponent: right, at: span))
        case .boolean(let operation, let operands):
            return checkBoolean(operation, operands, span: span)
        case .comparison(let left, let parts):
            return checkComparison(left, parts, span: span)
        case .conditional(let test, let then, let otherwise):
            if let read = keywordChoice(test, then, otherwise) { return check(read) }
            let narrowing = narrowing(by: test)
            refuteTensor(testedBy: test)
            let typedTest = check(test)
            let outcome = staticOutcome(typedTest)
            let typedThen = withNarrowing(narrowing.whenTrue) {
                check(then, quietly: outcome == false)
            }
            let typedOtherwise = withNarrowing(narrowing.whenFalse) {
                check(otherwise, quietly: outcome == true)
            }
            if let outcome {
                return outcome ? typedThen : typedOtherwise
            }
            if let mixed = mixedType(typedThen, typedOtherwise) {
                return typed(
                    .conditional(test: typedTest, then: typedThen, otherwise: typedOtherwise),
                    mixed)
            }
            let (first, second) = asArrays(typedThen, typedOtherwise, span: span)
            let type = join(first.type, second.type, at: span)
            return typed(.conditional(test: typedTest, then: first, otherwise: second), type)
        case .tuple(let elements):
            if let list = unpackedList(elements, span: span) { return list }
            let elements = elements.map { check($0) }
            if elements.count == 1, !elements[0].type.isOptional {
                // Swift has no tuple of one element; a list gives what is asked of it.
                return typed(.list(elements), .list(elements[0].type))
            }
            return typed(.tuple(elements), .tuple(elements.map(\.type)))
        case .list(let elements):
            return checkListDisplay(elements, span: span)
        case .set(let elements):
            let elements = elements.map { check($0) }
            let element = elements.reduce(PythonType.unknown) { join($0, $1.type, at: $1.span) }
            return typed(.set(elements), .set(element))
        case .dictionary(let items):
            return checkDictionary(items, span: span)
        case .comprehension(let kind, let element, let value, let clauses):
            return checkComprehension(kind, element, value, clauses, span: span)
        case .formattedString(let parts):
            return typed(.formattedString(parts.map(checkPart)), .string)
        case .lambda(let parameters, let body):
            return checkLambda(parameters, body, span: span)
        default:
            report(expression.constructName, at: span, "this expression is not supported")
            return typed(.constant(.none), .unknown)
        }
    }
}
