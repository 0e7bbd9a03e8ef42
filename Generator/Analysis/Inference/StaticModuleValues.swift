import Operations
import PythonSyntax

/// Values of a module's top that are literals in the end: `_HAS_METAL = mx.metal.is_available()`, and what
/// a function makes that returns `None` where that fails.
extension Program {
    /// The literal that an expression over names of a module's top always is, if that is certain.
    func staticValue(_ expression: Expression, in module: String) -> Constant? {
        switch expression.kind {
        case .constant(let constant):
            return constant
        case .name, .attribute:
            guard case .definition(let origin, let name)? = resolve(expression, in: module),
                let value = try? scope(origin).constants[name]
            else { return nil }
            return staticValue(value, in: origin)
        case .call(let callee, _):
            guard let symbol = resolve(callee, in: module) else { return nil }
            return staticResult(of: symbol)
        case .unary(.not, let operand):
            return staticTruth(operand, in: module).map { .boolean(!$0) }
        case .boolean(let operation, let operands):
            let deciding = operation == .or
            let outcomes = operands.map { staticTruth($0, in: module) }
            if outcomes.contains(deciding) { return .boolean(deciding) }
            return outcomes.contains(nil) ? nil : .boolean(!deciding)
        case .comparison(let left, let parts)
        where parts.count == 1 && parts[0].operand.kind == .constant(.none):
            guard let value = staticValue(left, in: module) else { return nil }
            let isNegated = [.isNot, .notEqual].contains(parts[0].comparison)
            return .boolean((value == .none) != isNegated)
        case .conditional(let test, let then, let otherwise):
            return staticTruth(test, in: module).flatMap {
                staticValue($0 ? then : otherwise, in: module)
            }
        default:
            return nil
        }
    }

    /// What a call gives whatever its arguments are: a library function that is a literal in Swift, or a
    /// function that returns `None` before it does anything else.
    func staticResult(of symbol: Symbol) -> Constant? {
        if let library = libraryName(of: symbol) {
            return table.functions[library]?.literalResult
        }
        guard case .definition(let origin, let name) = symbol,
            let definition = try? scope(origin).functions[name]?.definition
        else { return nil }
        switch definition.body.withoutDocstring.first?.kind {
        case .return(nil)?: return Constant.none
        case .return(let value?)?: return staticValue(value, in: origin)
        case .if(let test, let then, _)?:
            guard staticTruth(test, in: origin) == true,
                case .return(let value)? = then.first?.kind,
                value == nil || value?.kind == .constant(.none)
            else { return nil }
            return Constant.none
        default: return nil
        }
    }

    private func staticTruth(_ expression: Expression, in module: String) -> Bool? {
        switch staticValue(expression, in: module) {
        case .boolean(let outcome)?: outcome
        case .integer(let number)?: number != 0
        case PythonSyntax.Constant.none?: false
        default: nil
        }
    }
}

extension Operation {
    /// The truth value that the function is in Swift, whatever it is asked.
    var literalResult: Constant? {
        guard result == .type(.boolean), parameters.isEmpty, swift.count == 1 else { return nil }
        return switch swift[0].template {
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: nil
        }
    }
}
