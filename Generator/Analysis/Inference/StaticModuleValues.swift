import Operations
import PythonSyntax

/// Values of a module's top that are literals in the end: `_HAS_METAL = mx.metal.is_available()`, and what
/// a function makes that returns `None` where that fails.
extension Program {
    /// The literal that an expression over names of a module's top always is, if that is certain.
    ///
    /// - Parameter locals: what is known of the locals of a function of the module.
    func staticValue(
        _ expression: Expression, in module: String, locals: [String: Constant] = [:]
    ) -> Constant? {
        func staticTruth(_ operand: Expression) -> Bool? {
            self.staticTruth(operand, in: module, locals: locals)
        }
        switch expression.kind {
        case .constant(let constant):
            return constant
        case .name(let name) where locals[name] != nil:
            return locals[name]
        case .name, .attribute:
            guard case .definition(let origin, let name)? = resolve(expression, in: module),
                let value = try? scope(origin).constants[name]
            else { return nil }
            return staticValue(value, in: origin)
        case .call(let callee, _):
            guard let symbol = resolve(callee, in: module) else { return nil }
            return staticResult(of: symbol)
        case .unary(.not, let operand):
            return staticTruth(operand).map { .boolean(!$0) }
        case .boolean(let operation, let operands):
            let deciding = operation == .or
            let outcomes = operands.map(staticTruth)
            if outcomes.contains(deciding) { return .boolean(deciding) }
            return outcomes.contains(nil) ? nil : .boolean(!deciding)
        case .comparison(let left, let parts)
        where parts.count == 1 && parts[0].operand.kind == .constant(.none):
            guard let value = staticValue(left, in: module, locals: locals) else { return nil }
            let isNegated = [.isNot, .notEqual].contains(parts[0].comparison)
            return .boolean((value == .none) != isNegated)
        case .conditional(let test, let then, let otherwise):
            return staticTruth(test).flatMap {
                staticValue($0 ? then : otherwise, in: module, locals: locals)
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
        if case .return(let value?)? = definition.body.withoutDocstring.first?.kind {
            return staticValue(value, in: origin)
        }
        return returnsNone(definition.body.withoutDocstring, in: origin) ? Constant.none : nil
    }

    /// Whether a function's body returns `None` whichever way it takes, and does nothing else.
    private func returnsNone(_ body: [Statement], in module: String) -> Bool {
        var locals: [String: Constant] = [:]
        for statement in body {
            switch statement.kind {
            case .return(let value):
                return value.map {
                    staticValue($0, in: module, locals: locals) == Constant.none
                } ?? true
            case .if(let test, let then, let otherwise):
                guard otherwise.isEmpty, case .return(let value)? = then.first?.kind,
                    value == nil || value?.kind == .constant(.none)
                else { return false }
                if staticTruth(test, in: module, locals: locals) == true { return true }
                guard test.isQuestion else { return false }
            case .assign(let targets, let value):
                guard targets.count == 1, let name = targets[0].simpleName,
                    let known = staticValue(value, in: module, locals: locals)
                else { return false }
                locals[name] = known
            default:
                return false
            }
        }
        return true
    }

    private func staticTruth(
        _ expression: Expression, in module: String, locals: [String: Constant] = [:]
    ) -> Bool? {
        switch staticValue(expression, in: module, locals: locals) {
        case .boolean(let outcome)?: outcome
        case .integer(let number)?: number != 0
        case PythonSyntax.Constant.none?: false
        default: nil
        }
    }
}

extension Expression {
    /// Whether evaluating the expression does nothing but give a value.
    fileprivate var isQuestion: Bool {
        if case .call(let callee, _) = kind,
            !["isinstance", "hasattr", "len"].contains(callee.simpleName)
        {
            return false
        }
        return children.allSatisfy(\.isQuestion)
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
