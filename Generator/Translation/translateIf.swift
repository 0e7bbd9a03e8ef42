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

    /// What holds the value, where that has another name: `_multiplier`.
    var source: String?

    /// `let swaIdx`, as a condition.
    var condition: String {
        "\(keyword) \(name)" + (source.map { $0 == name ? "" : " = \($0)" } ?? "")
    }
}

extension FunctionTranslator {
    func bind(_ entry: Binding) {
        // An assigned local keeps its own name beside the constant for what it holds.
        if entry.path.contains(where: { ".[".contains($0) })
            || names[entry.path].map({ $0 != entry.name }) ?? false
        {
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
        let test = named(test)
        if let defaulted = translateDefault(statement) { return defaulted }
        if let coalesced = translateCoalescing(statement, test) { return coalesced }
        if let mapped = translateMapping(statement, test) { return mapped }
        if then.count == 1, otherwise.count == 1,
            let single = translateConditionalAssignment(
                statement, arms(test, then, otherwise, areValues: true))
        {
            return [single]
        }
        let arms = arms(test, then, otherwise)
        let first = translateBlock(arms.then, binding: arms.bindings)
        let second = translateBlock(arms.otherwise, binding: [])
        if first.isEmpty, second.isEmpty { return [] }
        return [.if(conditions: arms.conditions, then: first, otherwise: second)]
    }

    // MARK: Conditions

    struct Arms {
        let conditions: String
        let bindings: [Binding]
        let then: [TypedStatement]
        let otherwise: [TypedStatement]
    }

    /// The branches in the order in which Swift tests for them.
    ///
    /// - Parameter areValues: whether they are to become the values of one assignment.
    func arms(
        _ test: TypedExpression, _ then: [TypedStatement], _ otherwise: [TypedStatement],
        areValues: Bool = false
    ) -> Arms {
        if let absent = attributes(madeUnder: test, outcome: false, readIn: otherwise) {
            return Arms(
                conditions: absent.bindings.map(\.condition).joined(separator: ", "),
                bindings: absent.bindings, then: otherwise, otherwise: then)
        }
        if let (subject, isPresent) = test.presenceTest, !isPresent, !otherwise.isEmpty,
            let binding = binding(subject, in: otherwise, isAssigningOnly: areValues)
        {
            return Arms(
                conditions: conditionText(binding, subject), bindings: [binding], then: otherwise,
                otherwise: then)
        }
        var bindings: [Binding] = []
        let saved = (bound, storage, names)
        defer { (bound, storage, names) = saved }
        let made = attributes(madeUnder: test, outcome: true, readIn: then)
        for binding in made?.bindings ?? [] {
            bindings.append(binding)
            bind(binding)
        }
        let conjuncts = test.conjuncts.withoutImplied.filter { part in
            guard let made, let tests = owner?.settledTests(of: part, outcome: true) else {
                return true
            }
            return !made.tests.isSuperset(of: tests)
        }
        let parts = conjuncts.enumerated().map { index, part -> String in
            let later = Array(conjuncts.dropFirst(index + 1))
            if let (binding, text) = truthBinding(part, in: then, or: later) {
                bindings.append(binding)
                bind(binding)
                return text
            }
            if let (subject, isPresent) = part.presenceTest, isPresent,
                let binding = binding(
                    subject, in: then, or: later, isAssigningOnly: areValues)
            {
                let text = conditionText(binding, subject)
                bindings.append(binding)
                bind(binding)
                return text
            }
            if case .isNone(let subject, negated: true) = part.kind,
                let (binding, text) = arrayBinding(subject, in: then, or: later)
            {
                bindings.append(binding)
                bind(binding)
                return text
            }
            if case .isInstance(let subject, .json) = part.kind,
                storageType(subject) == .optional(.json),
                let binding = binding(subject, in: then, or: later)
            {
                let text = conditionText(binding, subject)
                bindings.append(binding)
                bind(binding)
                return "\(text), \(evaluated(condition(part)))"
            }
            if case .isInstance(let subject, let type) = part.kind,
                let binding = instanceBinding(
                    subject, type, in: then, or: later)
            {
                let value = translateUnconverted(subject)
                bindings.append(binding)
                bind(binding)
                if context.isReplaced(type) {
                    return
                        "let \(binding.name) = instance(\(value.text), ofExactly: \(context.swift(type)).self)"
                }
                return type == .array
                    ? "let \(binding.name) = \(value.receiver).array"
                    : "let \(binding.name) = \(value.operand(.cast)) as? \(context.swift(type))"
            }
            return evaluated(condition(part))
        }
        return Arms(
            conditions: ((made?.bindings.map(\.condition) ?? []) + parts).joined(separator: ", "),
            bindings: bindings, then: then, otherwise: otherwise)
    }

    func conditionText(_ binding: Binding, _ subject: TypedExpression) -> String {
        let value = evaluated(translate(subject))
        return value == binding.name
            ? "\(binding.keyword) \(value)" : "\(binding.keyword) \(binding.name) = \(value)"
    }

    /// The binding for a path that a branch reads as present.
    ///
    /// - Parameter isAssigningOnly: whether the block is the value of an assignment.
    func binding(
        _ subject: TypedExpression, in block: [TypedStatement],
        or conditions: [TypedExpression] = [], isAssigningOnly: Bool = false
    ) -> Binding? {
        guard let path = subject.bindingKey, storageType(subject).isOptional else { return nil }
        let isRead =
            block.contains { $0.contains { $0.bindingKey == path } }
            || conditions.contains { $0.contains { $0.bindingKey == path } }
        // `h = h * 2` alone becomes the value of an `if` expression, which reads what was bound.
        let isAssigned =
            block.contains { $0.assigns(path) }
            && !(isAssigningOnly && block.soleAssignment(of: path) != nil)
        guard isRead, !block.readsAfterAssignment(of: path) else { return nil }
        if isAssigned { return givenBinding(subject) }
        if case .element = subject.kind { return elementBinding(subject, path, in: block) }
        var name = translate(subject).text.lastComponent
        if !isAssigningOnly, subject.kind != .local(path), setsLocal(called: name, in: block) {
            name = name.asGiven
            guard isFree(name) else { return nil }
        }
        var found = Binding(path: path, name: name, type: storageType(subject).unwrapped)
        guard found.isOwn else { return found }
        if callsChangingMethodInside(block) { return nil }
        found.isChanged = block.contains { $0.changesInPlace(path) || callsChangingMethod($0) }
        return found
    }

    /// Whether a block assigns the local that has this name in Swift, which a binding of it would hide.
    private func setsLocal(called name: String, in block: [TypedStatement]) -> Bool {
        plan.locals.keys.contains { local in
            (names[local] ?? localName(local)) == name && block.contains { $0.assigns(local) }
        }
    }

    /// The binding for a local that the branch assigns once it has read it: `if let givenMask = mask`.
    private func givenBinding(_ subject: TypedExpression) -> Binding? {
        guard case .local(let path) = subject.kind, bound[path] == nil,
            let local = names[path] ?? plan.locals[path].map({ _ in localName(path) })
        else { return nil }
        guard isFree(local.asGiven) else { return nil }
        return Binding(path: path, name: local.asGiven, type: storageType(subject).unwrapped)
    }

    /// Whether no local or parameter has the name.
    private func isFree(_ name: String) -> Bool {
        !names.values.contains(name) && plan.locals[name] == nil
    }

    /// The binding for an element that nothing sets meanwhile: `if let firstCache = cache[0]`.
    private func elementBinding(
        _ subject: TypedExpression, _ key: String, in block: [TypedStatement]
    )
        -> Binding?
    {
        guard case .element(let base, let index) = subject.kind, let path = base.path,
            case .list = base.type.unwrapped,
            !block.contains(where: { $0.assigns(path) || $0.setsElement(of: path) })
        else { return nil }
        let list = translateUnconverted(base).text.lastComponent
        let name =
            index.kind == .constant(.integer(0))
            ? "first\(list.prefix(1).uppercased())\(list.dropFirst())" : "\(list)Element"
        guard isFree(name) else { return nil }
        return Binding(path: key, name: name, type: storageType(subject).unwrapped)
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
    func instanceBinding(
        _ subject: TypedExpression, _ type: PythonType, in block: [TypedStatement],
        or conditions: [TypedExpression]
    ) -> Binding? {
        guard let path = subject.path else { return nil }
        switch (storageType(subject).unwrapped, type) {
        case (PythonType.mask, .array), (.library, .library), (.library, .instance),
            (.either, .instance):
            break
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

    /// The attributes that `__init__` makes under tests that have to hold for a test to come out so, where
    /// a block reads them: asking for them is the test.
    func attributes(
        madeUnder test: TypedExpression, outcome: Bool, readIn block: [TypedStatement]
    ) -> (bindings: [Binding], tests: Set<SettledTest>)? {
        guard !isInitializer, let owner else { return nil }
        let parts = outcome ? test.conjuncts : [test]
        let known = Set(parts.flatMap { owner.settledTests(of: $0, outcome: outcome) ?? [] })
        let made = owner.attributes.filter { attribute in
            guard let conditions = attribute.conditions, known.isSuperset(of: conditions),
                !attribute.type.isOptional
            else { return false }
            let path = "self.\(attribute.name)"
            return bound[path] == nil && block.contains { $0.contains { $0.path == path } }
                && !block.contains { $0.setsAttribute(attribute.name) }
        }
        let tests = Set(made.flatMap { $0.conditions ?? [] })
        guard !made.isEmpty, outcome || known == tests else { return nil }
        let bindings = made.map { attribute in
            context.noteRead(attribute.name, of: owner.dottedName)
            return Binding(
                path: "self.\(attribute.name)", name: naming.member(attribute.name),
                type: attribute.type,
                source: context.property(attribute.name, of: owner.dottedName))
        }
        return (bindings, tests)
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

extension TypedExpression {
    /// The key under which a test can bind the expression: its path, or that of an element, `cache[0]`.
    var bindingKey: String? {
        guard case .element(let base, let index) = kind else { return path }
        switch index.kind {
        case .constant(.integer(let number)): return base.path.map { "\($0)[\(number)]" }
        case .local, .attribute:
            return base.path.flatMap { base in index.path.map { "\(base)[\($0)]" } }
        default: return nil
        }
    }
}

extension TypedStatement {
    /// Whether the statement or a block in it sets an element of what a path leads to.
    fileprivate func setsElement(of path: String) -> Bool {
        if case .assign(let targets, _) = kind,
            targets.contains(where: {
                if case .element(let base, _) = $0 { base.path == path } else { false }
            })
        {
            return true
        }
        return blocks.contains { $0.contains { $0.setsElement(of: path) } }
    }
}

extension String {
    /// `givenMask` for `mask`.
    fileprivate var asGiven: String { "given\(prefix(1).uppercased())\(dropFirst())" }
}
