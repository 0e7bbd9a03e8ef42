import Operations
import PythonSyntax

/// Arithmetic, comparisons, `and` and `or`.
extension FunctionChecker {
    /// `(0,) * n`: a tuple that is repeated is a list.
    func repeated(_ value: TypedExpression, _ operation: BinaryOperator) -> TypedExpression {
        guard operation == .multiply, case .tuple(let elements) = value.kind,
            let first = elements.first?.type, elements.allSatisfy({ $0.type == first })
        else { return value }
        return TypedExpression(.list(elements), .list(first), span: value.span)
    }

    func binaryType(
        _ left: PythonType, _ operation: BinaryOperator, _ right: PythonType,
        exponent: TypedExpression? = nil, at span: SourceSpan
    ) -> PythonType {
        let (left, right) = (left.unwrapped, right.unwrapped)
        switch (left, right) {
        case (.unknown, _), (_, .unknown):
            return left == .array || right == .array ? .array : .unknown
        case (PythonType.numberOrArray, .array)
        where ![.add, .subtract, .multiply].contains(operation),
            (.array, PythonType.numberOrArray)
        where ![.add, .subtract, .multiply].contains(operation):
            report(
                "operator '\(operation.rawValue)'", at: span,
                "is not supported with what may be an array or a number")
            return .array
        case (.array, _), (_, .array): return .array
        case (.list(let a), .list(let b)) where operation == .add:
            if program.tellsRows(left) {
                report(
                    "operator '+'", at: span, type: left,
                    "joins lists, but one of these may be an array in Python")
            }
            return .list(join(a, b, at: span))
        case (.list(let element), .tuple(let elements)) where operation == .add,
            (.tuple(let elements), .list(let element)) where operation == .add:
            // What a tuple is added to is one in Python: a shape, and None is no size.
            let sizes = element == .integer ? elements.map(\.unwrapped) : elements
            return .list(sizes.reduce(element) { join($0, $1, at: span) })
        case (.tuple(let a), .tuple(let b)) where operation == .add:
            return .list((a + b).reduce(.unknown) { join($0, $1, at: span) })
        case (.set(let a), .set(let b)) where [.subtract, .bitAnd, .bitOr].contains(operation),
            // What is no list in Python: the keys of a dictionary.
            (.set(let a), .list(let b)) where operation == .subtract:
            return .set(join(a, b, at: span))
        case (.json, .float), (.float, .json): return .float
        case (.json, .integer), (.integer, .json), (.json, .json):
            // A quotient and a power of JSON numbers are floats whichever numbers they are. What else
            // they are, the place of the result tells.
            return operation == .divide || operation == .power ? .float : .json
        case (.list, .integer) where operation == .multiply: return left
        case (.integer, .list) where operation == .multiply: return right
        case (.string, .string) where operation == .add: return .string
        case (.boolean, .boolean) where [.bitAnd, .bitOr, .bitXor].contains(operation):
            return .boolean
        case (.integer, .integer), (.boolean, .integer), (.integer, .boolean), (.boolean, .boolean):
            if operation == .divide { return .float }
            if operation == .power {
                // An integer to a negative power is a float; only a literal exponent tells.
                if let exponent, case .constant(.integer(let value)) = exponent.kind, value >= 0 {
                    return .integer
                }
                if let exponent, case .unary(.minus, _) = exponent.kind { return .float }
            }
            return .integer
        case (.float, .integer), (.integer, .float), (.float, .float), (.float, .boolean),
            (.boolean, .float):
            return .float
        default:
            report(
                "operator '\(operation.rawValue)'", at: span,
                "is not supported between \(left) and \(right)")
            return .unknown
        }
    }

    func checkBoolean(
        _ operation: BooleanOperator, _ operands: [Expression], span: SourceSpan
    ) -> TypedExpression {
        var typed: [TypedExpression] = []
        let saved = narrowed
        for (index, operand) in operands.enumerated() {
            let value = check(operand)
            if operation == .and, index < operands.count - 1,
                case .constant(.string(let text)) = value.kind, !text.isEmpty
            {
                continue
            }
            let narrowing = narrowing(by: operand)
            narrowed.merge(operation == .and ? narrowing.whenTrue : narrowing.whenFalse) { _, new in
                new
            }
            if let known = knownTruth(value) {
                if known == (operation == .and) { continue }
                narrowed = saved
                if typed.isEmpty { return value }
                // What follows is never evaluated, and what is in front does not matter where it only asks.
                if typed.allSatisfy(\.onlyAsks) { return value }
                typed.append(value)
                break
            }
            typed.append(value)
        }
        narrowed = saved
        guard let first = typed.first else {
            return TypedExpression(.constant(.boolean(operation == .and)), .boolean, span: span)
        }
        guard typed.count > 1 else { return first }
        if operation == .or, !typed.allSatisfy({ $0.type == .boolean }) {
            // `a or b` is `a` only where `a` is true, so never where it is None.
            let last = typed[typed.count - 1].type
            for value in typed.dropLast() {
                refuteTensor(value)
                learnElement(of: value, from: last)
            }
            let type = typed.dropLast().reduce(last) { join($0, $1.type.unwrapped, at: span) }
            return TypedExpression(.boolean(.or, typed), type, span: span)
        }
        if operation == .and, typed.count == 2, typed[0].type == .boolean, typed[1].type == .integer
        {
            return TypedExpression(.boolean(.and, typed), .integer, span: span)
        }
        return TypedExpression(.boolean(operation, typed), .boolean, span: span)
    }

    func checkComparison(
        _ left: Expression, _ parts: [ComparisonPart], span: SourceSpan
    ) -> TypedExpression {
        if parts.count == 1, parts[0].operand.kind == .constant(.none) {
            let negated = [.isNot, .notEqual].contains(parts[0].comparison)
            if let absence = checkAbsence(left, negated: negated, span: span) { return absence }
            let tested = check(left)
            let whole = absentWhole(of: tested)
            if let whole, negated {
                return TypedExpression(.isInstance(whole.value, whole.type), .boolean, span: span)
            }
            let value = whole?.value ?? tested
            if value.type == .none {
                return TypedExpression(.constant(.boolean(!negated)), .boolean, span: span)
            }
            let canBeNone =
                value.type.isOptional || value.type == .mask || value.type == .unknown
                || value.type == .json
            if !canBeNone {
                return TypedExpression(.constant(.boolean(negated)), .boolean, span: span)
            }
            if let constant = staticValue(value), constant != .string("") {
                return TypedExpression(
                    .constant(.boolean((constant == .none) != negated)), .boolean, span: span)
            }
            return TypedExpression(.isNone(value, negated: negated), .boolean, span: span)
        }
        if let membership = fieldMembership(left, parts, span: span)
            ?? attributeMembership(left, parts)
        {
            return membership
        }
        let first = check(left)
        if let identity = checkTruthIdentity(first, parts, span: span)
            ?? checkIdentity(first, parts, span: span)
        {
            return identity
        }
        if parts.contains(where: { [.is, .isNot].contains($0.comparison) }) {
            report(
                "'is'", at: span, type: first.type,
                "identity is only supported of named arrays and objects, and as a test for None")
        }
        let rest = parts.map {
            TypedComparisonPart(comparison: $0.comparison, operand: check($0.operand))
        }
        if rest.count == 1, let left = first.knownInteger,
            let right = rest[0].operand.knownInteger,
            let outcome = rest[0].comparison.outcome(left, right)
        {
            return TypedExpression(.constant(.boolean(outcome)), .boolean, span: span)
        }
        let operands = ([first] + rest.map(\.operand)).map(\.type.unwrapped)
        if rest.contains(where: { [.equal, .notEqual].contains($0.comparison) }),
            operands.contains(.string),
            operands.contains(where: { $0 == .integer || $0 == .float }),
            !([first] + rest.map(\.operand)).contains(where: overruleAnnotation)
        {
            report(
                "comparison", at: span, "a number is never equal to a string",
                hint: "if the annotation does not tell the truth, an override can state the type")
        }
        let isHost = operands.contains(.hostArray)
        let isArray = operands.contains(.array)
        let isMembership = rest.contains { $0.comparison == .in || $0.comparison == .notIn }
        if isMembership { checkIdentity(of: first, in: rest[0].operand.type) }
        return TypedExpression(
            .comparison(first, rest),
            isMembership ? .boolean : isArray ? .array : isHost ? .hostArray : .boolean, span: span)
    }
}

extension TypedExpression {
    /// Whether the expression is a test of what is there, which cannot fail and changes nothing.
    fileprivate var onlyAsks: Bool {
        switch kind {
        case .local, .selfObject, .constant: true
        case .attribute(let base, _), .isInstance(let base, _), .isNone(let base, _),
            .unary(.not, let base):
            base.onlyAsks
        case .boolean(_, let operands):
            type == .boolean && operands.allSatisfy(\.onlyAsks)
        case .comparison(let left, let parts):
            left.onlyAsks && parts.allSatisfy { $0.operand.onlyAsks }
        case .call(let call):
            call.callee == .builtin("len") && call.arguments.allSatisfy { $0.value.onlyAsks }
        default: false
        }
    }
}
