import Operations
import PythonSyntax

/// What a model's `quant_predicate` returns: a truth value, or how a layer is packed.
extension FunctionChecker {
    /// A returned value as a rule.
    func checkQuantizationRule(_ value: Expression) -> TypedExpression {
        switch value.kind {
        case .constant(.boolean(let isPacked)):
            return TypedExpression(
                .libraryConstant(isPacked ? ".general" : ".plain"), .quantizationRule,
                span: value.span)
        case .constant(.none):
            return TypedExpression(
                .libraryConstant(".plain"), .quantizationRule, span: value.span)
        case .dictionary(let items):
            return packed(items, span: value.span)
        case .conditional(let test, let then, let otherwise):
            let narrowing = narrowing(by: test)
            let typedTest = check(test)
            let typedThen = withNarrowing(narrowing.whenTrue) { checkQuantizationRule(then) }
            let typedOtherwise = withNarrowing(narrowing.whenFalse) {
                checkQuantizationRule(otherwise)
            }
            if let outcome = staticOutcome(typedTest) {
                return outcome ? typedThen : typedOtherwise
            }
            return TypedExpression(
                .conditional(test: typedTest, then: typedThen, otherwise: typedOtherwise),
                .quantizationRule, span: value.span)
        default:
            let typed = check(value)
            switch typed.type {
            case .quantizationRule, .unknown: return typed
            case .boolean:
                if let known = knownTruth(typed) {
                    return checkQuantizationRule(
                        Expression(.constant(.boolean(known)), span: value.span))
                }
                return call(
                    .ruleOfTruth, [TypedArgument(parameter: "self", value: typed)], value.span)
            default:
                report(
                    "return of 'quant_predicate'", at: value.span, type: typed.type,
                    "says nothing about a layer",
                    hint: "a truth value or a dictionary of literals is translated")
                return typed
            }
        }
    }

    /// `{"group_size": 64, "bits": 8, "mode": "affine"}`
    private func packed(_ items: [DictionaryItem], span: SourceSpan) -> TypedExpression {
        var arguments: [TypedArgument] = []
        for item in items {
            guard case .constant(.string(let key))? = item.key?.kind,
                let parameter = Operation.packedRule.parameter(named: key)
            else {
                report(
                    "key of a layer's quantization", at: item.value.span,
                    "only 'group_size', 'bits', 'mode' and 'fallback_group_size' are known")
                continue
            }
            let value = check(item.value)
            if !parameter.type.holds(value.type) {
                report(
                    "'\(key)' of a layer's quantization", at: value.span, type: value.type,
                    "has to be \(parameter.type)")
            }
            arguments.append(TypedArgument(parameter: key, value: value))
        }
        return call(.packedRule, arguments, span)
    }

    private func call(
        _ operation: Operation, _ arguments: [TypedArgument], _ span: SourceSpan
    ) -> TypedExpression {
        TypedExpression(
            .call(TypedCall(callee: .operation(operation), arguments: arguments)),
            .quantizationRule, span: span)
    }
}
