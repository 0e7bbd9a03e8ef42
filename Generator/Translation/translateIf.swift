import Analysis
import Operations
import PythonSyntax

/// A path that a condition binds: `if let swaIdx`.
struct Binding {
    let path: String
    let name: String
    let type: PythonType
    /// Whether the branch changes the value in place, which then has to be stored again.
    var isChanged = false
}

extension FunctionTranslator {
    func bind(_ entry: Binding) {
        // An assigned local keeps its own name beside the constant for what it holds.
        if entry.path.contains(".") || names[entry.path].map({ $0 != entry.name }) ?? false {
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
        let parts = test.conjuncts.withoutImplied.enumerated().map { index, part -> String in
            let later = Array(test.conjuncts.withoutImplied.dropFirst(index + 1))
            if let (binding, text) = truthBinding(part, in: then, or: later) {
                bindings.append(binding)
                bind(binding)
                return text
            }
            if case .isNone(let subject, negated: true) = part.kind,
                let binding = binding(
                    subject, in: then, or: later)
            {
                let text = conditionText(binding, subject)
                bindings.append(binding)
                bind(binding)
                return text
            }
            if case .isInstance(let subject, let type) = part.kind,
                let binding = instanceBinding(
                    subject, type, in: then, or: later)
            {
                let value = translateUnconverted(subject)
                bindings.append(binding)
                bind(binding)
                return type == .array
                    ? "let \(binding.name) = \(value.receiver).array"
                    : "let \(binding.name) = \(value.operand(.cast)) as? \(context.swift(type))"
            }
            return evaluated(condition(part))
        }
        return Arms(
            conditions: parts.joined(separator: ", "), bindings: bindings, then: then,
            otherwise: otherwise)
    }

    private func conditionText(_ binding: Binding, _ subject: TypedExpression) -> String {
        let value = translate(subject).text
        return value == binding.name
            ? "\(binding.keyword) \(value)" : "\(binding.keyword) \(binding.name) = \(value)"
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
        guard isRead, !isAssigned, !block.readsAfterAssignment(of: path) else { return nil }
        let name = translate(subject).text.lastComponent
        return Binding(
            path: path, name: name, type: storageType(subject).unwrapped,
            isChanged: path == "self.\(path.lastComponent)"
                && block.contains { $0.changesInPlace(path) })
    }

    /// `if scaling:` of something optional that the branch reads: `if let scaling = scaling.nonEmpty`.
    private func truthBinding(
        _ test: TypedExpression, in block: [TypedStatement], or conditions: [TypedExpression]
    ) -> (binding: Binding, text: String)? {
        let member: String
        switch test.type {
        case .optional(.integer), .optional(.float): member = "nonZero"
        case .optional(.string), .optional(.list), .optional(.dictionary),
            .optional(.library("RoPEScaling")), .optional(.library("WeightTree")):
            member = "nonEmpty"
        default: return nil
        }
        guard let binding = binding(test, in: block, or: conditions) else { return nil }
        return (
            binding,
            "\(binding.keyword) \(binding.name) = \(translateUnconverted(test).receiver).\(member)"
        )
    }

    /// The binding for a path that a branch reads as an instance of what a test has shown.
    private func instanceBinding(
        _ subject: TypedExpression, _ type: PythonType, in block: [TypedStatement],
        or conditions: [TypedExpression]
    ) -> Binding? {
        guard let path = subject.path else { return nil }
        switch (storageType(subject).unwrapped, type) {
        case (PythonType.mask, .array), (.library, .library), (.either, .instance): break
        default: return nil
        }
        let isRead =
            block.contains { $0.contains { $0.path == path } }
            || conditions.contains { $0.contains { $0.path == path } }
        guard isRead, !block.readsAfterAssignment(of: path) else { return nil }
        let name = translateUnconverted(subject).text.lastComponent
        let isAssigned = block.contains { $0.assigns(path) }
        return Binding(path: path, name: isAssigned ? "\(name)Array" : name, type: type)
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

extension [TypedExpression] {
    /// The tests without those for None that a test for a type says as well.
    var withoutImplied: [TypedExpression] {
        filter { test in
            guard case .isNone(let subject, negated: true) = test.kind else { return true }
            return !contains {
                if case .isInstance(let other, _) = $0.kind {
                    other.path == subject.path
                } else {
                    false
                }
            }
        }
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

extension [TypedStatement] {
    /// Whether something reads a local after the block, or one in it, has assigned it.
    func readsAfterAssignment(of name: String) -> Bool {
        var isAssigned = false
        func visit(_ block: [TypedStatement]) -> Bool {
            for statement in block {
                let reads = statement.expressions.contains {
                    $0.contains { $0.path == name }
                }
                if reads, isAssigned { return true }
                if case .assign(let targets, _) = statement.kind,
                    targets.contains(where: { $0.localNames.contains(name) || $0.path == name })
                {
                    isAssigned = true
                }
                if case .for = statement.kind, statement.assigns(name) { return true }
                if case .augmentedAssign(let target, _, _) = statement.kind,
                    target.localNames.contains(name)
                {
                    return true
                }
                for inner in statement.blocks where visit(inner) { return true }
            }
            return false
        }
        return visit(self)
    }
}

extension TypedTarget {
    /// The attribute of `self` that the target sets, as a path.
    fileprivate var path: String? {
        if case .attribute(let name, _) = self { "self.\(name)" } else { nil }
    }
}
