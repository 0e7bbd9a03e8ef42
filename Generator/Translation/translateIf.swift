import Analysis
import Operations
import PythonSyntax

/// A path that a condition binds: `if let swaIdx`.
struct Binding {
    let path: String
    let name: String
    let type: PythonType
}

extension FunctionTranslator {
    func bind(_ entry: Binding) {
        if entry.path.contains(".") {
            bound[entry.path] = SwiftExpression(entry.name)
        } else {
            storage[entry.path] = entry.type
            names[entry.path] = entry.name
        }
    }

    /// `if` with what Swift makes of it: `??`, `if let`, an `if` expression.
    func translateIf(
        _ statement: TypedStatement, _ test: TypedExpression, _ then: [TypedStatement],
        _ otherwise: [TypedStatement]
    ) -> [SwiftStatement] {
        if let defaulted = translateDefault(statement) { return defaulted }
        let arms = arms(test, then, otherwise)
        if let single = translateConditionalAssignment(statement, arms) { return [single] }
        let first = translateBlock(arms.then, binding: arms.bindings)
        let second = translateBlock(arms.otherwise, binding: [])
        if first.isEmpty, second.isEmpty { return [] }
        return [.if(conditions: arms.conditions, then: first, otherwise: second)]
    }

    // MARK: Conditions

    private struct Arms {
        let conditions: String
        let bindings: [Binding]
        let then: [TypedStatement]
        let otherwise: [TypedStatement]
    }

    /// The branches in the order in which Swift tests for them.
    private func arms(
        _ test: TypedExpression, _ then: [TypedStatement], _ otherwise: [TypedStatement]
    ) -> Arms {
        if let arms = presenceArms(test, then, otherwise) { return arms }
        if case .isNone(let subject, negated: false) = test.kind, !otherwise.isEmpty,
            let binding = binding(subject, in: otherwise)
        {
            return Arms(
                conditions: conditionText(binding, subject), bindings: [binding], then: otherwise,
                otherwise: then)
        }
        var bindings: [Binding] = []
        let saved = (bound, storage, names)
        defer { (bound, storage, names) = saved }
        let parts = test.conjuncts.enumerated().map { index, part -> String in
            if case .isNone(let subject, negated: true) = part.kind,
                let binding = binding(
                    subject, in: then, or: Array(test.conjuncts.dropFirst(index + 1)))
            {
                let text = conditionText(binding, subject)
                bindings.append(binding)
                bind(binding)
                return text
            }
            return evaluated(condition(part))
        }
        return Arms(
            conditions: parts.joined(separator: ", "), bindings: bindings, then: then,
            otherwise: otherwise)
    }

    private func conditionText(_ binding: Binding, _ subject: TypedExpression) -> String {
        let value = translate(subject).text
        return value == binding.name ? "let \(value)" : "let \(binding.name) = \(value)"
    }

    /// The binding for a path that a branch reads as present.
    private func binding(
        _ subject: TypedExpression, in block: [TypedStatement],
        or conditions: [TypedExpression] = []
    ) -> Binding? {
        guard let path = subject.path, storageType(subject).isOptional else { return nil }
        let isRead =
            block.contains { $0.contains { $0.path == path } }
            || conditions.contains { $0.contains { $0.path == path } }
        let isAssigned = block.contains { $0.assigns(path) }
        guard isRead, !isAssigned else { return nil }
        let name = translate(subject).text.lastComponent
        return Binding(path: path, name: name, type: storageType(subject).unwrapped)
    }

    /// Where `__init__` made an attribute under the same test, asking for the attribute is the test.
    private func presenceArms(
        _ test: TypedExpression, _ then: [TypedStatement], _ otherwise: [TypedStatement]
    ) -> Arms? {
        guard !isInitializer, let owner, let tested = test.configurationTest(in: context) else {
            return nil
        }
        for (block, other, outcome) in [(then, otherwise, true), (otherwise, then, false)] {
            let bindings = owner.attributes.compactMap { attribute -> Binding? in
                guard case .when(let expression, let negated) = attribute.presence,
                    let made = expression.configurationTest, made.path == tested.path
                else { return nil }
                let presentOnTrue = made.isPositive != negated
                let branchIsTrue = tested.isPositive == outcome
                let path = "self.\(attribute.name)"
                guard presentOnTrue == branchIsTrue,
                    block.contains(where: { $0.contains { $0.path == path } })
                else { return nil }
                return Binding(
                    path: path, name: naming.member(attribute.name), type: attribute.type)
            }
            guard !bindings.isEmpty else { continue }
            for binding in bindings {
                context.noteRead(
                    String(binding.path.dropFirst("self.".count)), of: owner.dottedName)
            }
            return Arms(
                conditions: bindings.map { "let \($0.name)" }.joined(separator: ", "),
                bindings: bindings, then: block, otherwise: other)
        }
        return nil
    }

    // MARK: Idioms

    /// `if x is None: x = value` → `x ?? value`.
    private func translateDefault(_ statement: TypedStatement) -> [SwiftStatement]? {
        guard let (name, value) = statement.filledLocal else { return nil }
        let swiftName = names[name] ?? localName(name)
        let isShadowed = plan.reassignedParameters.contains(name) && isDefaultedOnce(name)
        let result = value.type.isOptional ? value.type : (storage[name] ?? value.type).unwrapped
        if let stored = storage[name]?.unwrapped, stored != value.type.unwrapped,
            stored != .unknown,
            !(stored == .float && value.type.unwrapped == .integer), value.type != .none
        {
            guard case .list = stored else {
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

    /// Branches that only assign one local become an `if` expression.
    private func translateConditionalAssignment(_ statement: TypedStatement, _ arms: Arms)
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
        let isReassigned = function.body.assignmentCount(of: name) > 2
        return .conditionalAssignment(
            prefix: "\(isReassigned ? "var" : "let") \(localName(name))",
            conditions: arms.conditions,
            then: thenText, otherwise: otherwiseText)
    }
}

extension TypedExpression {
    /// The operands of `a and b and c`.
    var conjuncts: [TypedExpression] {
        if case .boolean(.and, let operands) = kind { operands } else { [self] }
    }

    /// The configuration entry that the test is about: `self.args.tie_word_embeddings`.
    func configurationTest(in context: FamilyContext) -> (path: String, isPositive: Bool)? {
        switch kind {
        case .unary(.not, let operand):
            return operand.configurationTest(in: context).map { ($0.path, !$0.isPositive) }
        case .attribute(let base, let name):
            // Of the object's own configuration, not of a part of it.
            guard case .instance(let className) = base.type,
                context.classes[className]?.kind == .dataclass,
                case .attribute(let owner, _) = base.kind, owner.kind == .selfObject
            else { return nil }
            return (name, true)
        default:
            return nil
        }
    }
}

extension Expression {
    /// The same for a test of `__init__`: `args.tie_word_embeddings`, `not config.tie_word_embeddings`.
    var configurationTest: (path: String, isPositive: Bool)? {
        switch kind {
        case .unary(.not, let operand): operand.configurationTest.map { ($0.path, !$0.isPositive) }
        case .attribute(let base, let name):
            if case .name = base.kind {
                (name, true)
            } else if case .attribute(let root, _) = base.kind, root.kind == .name("self") {
                (name, true)
            } else {
                nil
            }
        default: nil
        }
    }
}

extension [TypedStatement] {
    /// How many statements of the block and its inner blocks assign a local.
    func assignmentCount(of name: String) -> Int {
        reduce(0) { count, statement in
            var own = 0
            switch statement.kind {
            case .assign(let targets, _):
                own = targets.contains { $0.localNames.contains(name) } ? 1 : 0
            case .augmentedAssign(let target, _, _): own = target.localNames.contains(name) ? 1 : 0
            default: break
            }
            return count + own + statement.blocks.reduce(0) { $0 + $1.assignmentCount(of: name) }
        }
    }
}
