import Operations
import PythonSyntax

/// What is known of a value that every reached assignment sets to the same literal.
enum StaticValue: Hashable {
    case constant(Constant)
    case varying
}

/// Tests that the closed world decides: an attribute that only `__init__` sets, and always to the same
/// literal, has that value; code for other values (pipelines over several machines) is not reached.
extension FunctionChecker {
    /// The literal that an expression always has, if that is known.
    func staticValue(_ expression: TypedExpression) -> Constant? {
        switch expression.kind {
        case .constant(let constant):
            return constant
        case .local(let name):
            guard case .constant(let value)? = function.localConstants[name] else { return nil }
            return value
        case .attribute(let base, let name):
            guard case .instance(let className) = base.type.unwrapped else { return nil }
            return program.constantAttribute(name, of: className)
        case .unary(let operation, let operand):
            guard let value = staticValue(operand) else { return nil }
            switch (operation, value) {
            case (.minus, .integer(let number)): return .integer(-number)
            case (.not, .boolean(let flag)): return .boolean(!flag)
            default: return nil
            }
        case .binary(let left, let operation, let right):
            guard case .integer(let a)? = staticValue(left),
                case .integer(let b)? = staticValue(right)
            else { return nil }
            switch operation {
            case .add: return .integer(a + b)
            case .subtract: return .integer(a - b)
            case .multiply: return .integer(a * b)
            default: return nil
            }
        case .comparison(let left, let parts) where parts.count == 1:
            return staticComparison(left, parts[0])
        case .isNone(let value, let negated):
            guard let constant = staticValue(value) else { return nil }
            return .boolean((constant == .none) != negated)
        case .boolean(let operation, let operands):
            let values = operands.map { staticValue($0) }
            let deciding = Constant.boolean(operation == .or)
            if values.contains(deciding) { return deciding }
            return values.allSatisfy { $0 == .boolean(operation == .and) }
                ? .boolean(operation == .and) : nil
        default:
            return nil
        }
    }

    private func staticComparison(
        _ left: TypedExpression, _ part: TypedComparisonPart
    ) -> Constant? {
        guard case .integer(let a)? = staticValue(left),
            case .integer(let b)? = staticValue(part.operand)
        else { return nil }
        switch part.comparison {
        case .equal: return .boolean(a == b)
        case .notEqual: return .boolean(a != b)
        case .less: return .boolean(a < b)
        case .lessEqual: return .boolean(a <= b)
        case .greater: return .boolean(a > b)
        case .greaterEqual: return .boolean(a >= b)
        default: return nil
        }
    }

    /// The outcome of a test, if it is known.
    func staticOutcome(_ test: TypedExpression) -> Bool? {
        switch staticValue(test) {
        case .boolean(let outcome)?: outcome
        case .integer(let number)?: number != 0
        case PythonSyntax.Constant.none?: false
        default: test.type.isClassObject ? knownTruth(test) : nil
        }
    }

    /// Notes what a local is set to.
    func noteLocal(_ name: String, _ value: TypedExpression?) {
        let new = value.flatMap { staticValue($0) }.map { StaticValue.constant($0) } ?? .varying
        let known = function.localConstants[name]
        let next = known == nil || known == new ? new : .varying
        guard known != next else { return }
        function.localConstants[name] = next
        // What a parameter is at first is set anew in each round.
        let isParameter = function.parameters.contains { $0.name == name }
        if known != nil, !isParameter { program.changed = true }
    }

    /// Notes what an attribute of the function's own class is set to.
    func noteAttribute(_ name: String, _ value: TypedExpression, presence: Presence) {
        guard let owner else { return }
        var new = StaticValue.varying
        if isInitializer, presence == .always, let constant = staticValue(value) {
            new = .constant(constant)
        }
        program.noteAttribute(name, of: owner.dottedName, new)
    }
}

extension Program {
    func constantAttribute(_ name: String, of className: String) -> Constant? {
        guard case .constant(let value)? = attributeValues["\(className).\(name)"] else {
            return nil
        }
        return value
    }

    func noteAttribute(_ name: String, of className: String, _ value: StaticValue) {
        let key = "\(className).\(name)"
        let known = attributeValues[key]
        let next = known == nil || known == value ? value : .varying
        guard known != next else { return }
        attributeValues[key] = next
        changed = true
    }
}
