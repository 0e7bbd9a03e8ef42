import Analysis
import Operations

/// What Swift writes for an `if` that only gives something a value.
extension FunctionTranslator {
    /// `if x is None: x = value` → `x ?? value`.
    func translateDefault(_ statement: TypedStatement) -> [SwiftStatement]? {
        guard let (name, value) = statement.filledLocal else { return nil }
        if value.type == .none || value.type.isAbsentTuple { return [] }
        let swiftName = names[name] ?? localName(name)
        let isShadowed = plan.reassignedParameters.contains(name) && isDefaultedOnce(name)
        let held = storage[name]?.unwrapped
        let isWidened = held == .float && value.type.unwrapped == .integer
        let result =
            value.type.isOptional
            ? (isWidened ? .optional(.float) : value.type) : held ?? value.type.unwrapped
        if storage[name] == .optional(.array), value.type == .mask, isShadowed {
            let text = SwiftExpression("\(swiftName).map { AttentionMask.array($0) }").infix(
                "??", translate(value, as: .mask), .nilCoalescing)
            storage[name] = .mask
            return [.line("let \(swiftName) = \(evaluated(text))")]
        }
        // A mask has a case of its own for None.
        if held == .mask { return nil }
        if let stored = held, stored != value.type.unwrapped, stored != .unknown, !isWidened,
            value.type != .none, !context.conforms(value.type, to: stored)
        {
            switch (stored, value.type.unwrapped) {
            case (.list, _), (.json, .list): break
            default:
                report(
                    "default of '\(name)'", at: value.span, type: value.type,
                    "is of another type than what it stands in for, \(stored)")
                return []
            }
        }
        let translated = translate(value, as: result)
        let text = SwiftExpression(swiftName).infix("??", translated, .nilCoalescing)
        if isShadowed {
            let type = result.joined(with: value.type) ?? result
            storage[name] = type
            return [.line("let \(swiftName) = \(evaluated(text))")]
        }
        return [.line("\(swiftName) = \(evaluated(text))")]
    }

    /// `if cache[0] is None: state = zeros else: state = cache[0]` → `let state = cache[0] ?? zeros`.
    func translateCoalescing(_ statement: TypedStatement, _ test: TypedExpression)
        -> [SwiftStatement]?
    {
        guard case .if(_, let then, let otherwise) = statement.kind, then.count == 1,
            otherwise.count == 1, let last = test.conjuncts.last?.presenceTest,
            case .assign(let targets, let first) = then[0].kind, targets.count == 1,
            case .local(let name, _) = targets[0],
            let second = otherwise.soleAssignment(of: name),
            case (let present, let absent) = last.isPresent ? (first, second) : (second, first),
            present.isRead(like: last.subject), !absent.type.isOptional
        else { return nil }
        let value = TypedExpression(
            .conditional(test: test, then: first, otherwise: second), absent.type,
            span: statement.span)
        guard translateConditional(test, first, second, value).precedence == .nilCoalescing else {
            return nil
        }
        return assignLocal(name, value)
    }

    /// `if mask is not None: mask = f(mask)` → `mask = mask.map { f($0) }`.
    func translateMapping(_ statement: TypedStatement, _ test: TypedExpression)
        -> [SwiftStatement]?
    {
        guard case .if(_, let then, let otherwise) = statement.kind, otherwise.isEmpty,
            let (subject, isPresent) = test.presenceTest, isPresent,
            case .local(let name) = subject.kind, storage[name] == .optional(.array),
            bound[name] == nil, let value = then.soleAssignment(of: name), value.type == .array,
            value.contains(where: { $0.path == name })
        else { return nil }
        bound[name] = SwiftExpression("$0")
        let body = translate(value, as: .array)
        bound[name] = nil
        guard !body.isThrowing, !body.text.contains("{") else { return nil }
        let local = names[name] ?? localName(name)
        return [.line("\(local) = \(local).map { \(body.text) }")]
    }

    /// Branches that only assign one local become an `if` expression.
    func translateConditionalAssignment(_ statement: TypedStatement, _ arms: Arms)
        -> SwiftStatement?
    {
        guard arms.then.count == 1, case .assign(let targets, _) = arms.then[0].kind,
            targets.count == 1,
            case .local(let name, _) = targets[0], isConditionalAssignment(statement, of: name),
            let type = plan.locals[name]?.type ?? storage[name],
            let then = arms.then.soleAssignment(of: name),
            let otherwise = arms.otherwise.soleAssignment(of: name)
        else { return nil }
        let saved = (bound, storage, names)
        for binding in arms.bindings { bind(binding) }
        let isKnown = declared.contains(name) || plan.locals[name] == nil
        let stored = isKnown ? storage[name] ?? type : type
        let thenText = evaluated(translate(then, as: stored))
        (bound, storage, names) = saved
        let otherwiseText = evaluated(translate(otherwise, as: stored))
        guard !isKnown else {
            return .conditionalAssignment(
                prefix: names[name] ?? localName(name), conditions: arms.conditions, then: thenText,
                otherwise: otherwiseText)
        }
        declare(name, as: localName(name), type: type)
        // The branches of a conditional expression stand in one statement.
        let own = arms.then[0].span == arms.otherwise[0].span ? 1 : 2
        let isReassigned = function.body.assignmentCount(of: name) > own
        // Two classes of one protocol: Swift has to be told which.
        let areAlike = [then, otherwise].allSatisfy {
            !$0.needsAnnotation && ($0.type == type || type == .float && $0.type == .integer)
        }
        let annotation =
            areAlike
            ? "" : ": \(context.swift(type))"
        return .conditionalAssignment(
            prefix: "\(isReassigned ? "var" : "let") \(localName(name))\(annotation)",
            conditions: arms.conditions,
            then: thenText, otherwise: otherwiseText)
    }
}
