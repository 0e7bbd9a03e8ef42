import Operations
import PythonSyntax

/// A test of what `__init__` settles once for all, in a form in which two of them can be compared:
/// `self.args.n_shared_experts is not None` in a method is `args.n_shared_experts is not None` there.
public struct SettledTest: Hashable, Sendable {
    let text: String
    let holds: Bool
}

extension TypedClass {
    /// The class with what the branches of `__init__` tell of its attributes: one that every way through
    /// gives a value is always there, another under tests.
    func withSettledPresence() -> TypedClass {
        guard let initializer = method("__init__"),
            attributes.contains(where: { $0.presence != .always })
        else { return self }
        return with(
            attributes: attributes.map { attribute in
                guard attribute.presence != .always else { return attribute }
                switch presence(of: attribute.name, in: initializer.body) {
                case .under([])?: return attribute.with(presence: .always, conditions: [])
                case .under(let tests)?: return attribute.with(conditions: tests)
                case .unclear?, nil: return attribute
                }
            })
    }

    /// The tests that have to hold, together, for a test to come out so; `nil` if it is about something that
    /// may change.
    public func settledTests(of test: TypedExpression, outcome: Bool) -> [SettledTest]? {
        switch test.kind {
        case .unary(.not, let operand):
            return settledTests(of: operand, outcome: !outcome)
        case .boolean(let operation, let operands)
        where operands.allSatisfy({ $0.type == .boolean }):
            guard (operation == .and) == outcome else { return nil }
            let all = operands.compactMap { settledTests(of: $0, outcome: outcome) }
            return all.count == operands.count ? all.flatMap { $0 } : nil
        case .isNone(let subject, let negated):
            return settledText(subject).map {
                [SettledTest(text: "\($0) is None", holds: outcome != negated)]
            }
        case .comparison(let left, let parts)
        where parts.count == 1 && parts[0].comparison == .notEqual:
            guard let left = settledText(left), let right = settledText(parts[0].operand) else {
                return nil
            }
            return [SettledTest(text: "\(left) == \(right)", holds: !outcome)]
        default:
            return settledText(test).map { [SettledTest(text: $0, holds: outcome)] }
        }
    }

    // MARK: Where an attribute is set

    private enum Assignment {
        case under([SettledTest])
        case unclear
    }

    private func presence(of name: String, in block: [TypedStatement]) -> Assignment? {
        var found: Assignment?
        for statement in block {
            guard let next = presence(of: name, in: statement) else { continue }
            if case .under([]) = next { return next }
            // Set under one test and then under another.
            found = found == nil ? next : .unclear
        }
        return found
    }

    private func presence(of name: String, in statement: TypedStatement) -> Assignment? {
        switch statement.kind {
        case .assign(let targets, _):
            return targets.contains { $0.setsAttribute(name) } ? .under([]) : nil
        case .if(let test, let then, let otherwise):
            func branch(_ block: [TypedStatement], _ outcome: Bool) -> Assignment? {
                guard let inner = presence(of: name, in: block) else { return nil }
                guard case .under(let tests) = inner,
                    let own = settledTests(of: test, outcome: outcome)
                else { return .unclear }
                return .under(own + tests)
            }
            let inner = [then, otherwise].map { block -> Assignment? in
                block.last?.isRaise == true ? .under([]) : presence(of: name, in: block)
            }
            switch (inner[0], inner[1]) {
            case (nil, nil): return nil
            case (.under([])?, .under([])?):
                let isSet = [then, otherwise].contains { presence(of: name, in: $0) != nil }
                return isSet ? .under([]) : nil
            case (_?, nil): return branch(then, true)
            case (nil, _?): return branch(otherwise, false)
            case (_?, _?): return .unclear
            }
        case .for, .while, .try:
            return statement.blocks.contains { presence(of: name, in: $0) != nil } ? .unclear : nil
        default:
            return nil
        }
    }

    // MARK: What a test is about

    /// An expression in terms of the parameters of `__init__`; `nil` if it may have another value later.
    private func settledText(_ expression: TypedExpression) -> String? {
        switch expression.kind {
        case .constant(let constant):
            return "\(constant)"
        case .local(let name):
            guard let initializer = method("__init__") else { return nil }
            let isParameter = initializer.parameters.contains { $0.name == name }
            return isParameter && !initializer.body.contains(where: { $0.assigns(name) })
                ? name : nil
        case .attribute(let base, let name) where base.kind == .selfObject:
            guard let attribute = attribute(name), !attribute.isReassigned,
                let body = method("__init__")?.body
            else { return nil }
            let values = body.values(ofAttribute: name)
            guard values.count == 1 else { return nil }
            return values[0].flatMap { settledText($0) } ?? "self.\(name)"
        case .attribute(let base, let name), .libraryAttribute(let base, let name):
            return settledText(base).map { "\($0).\(name)" }
        case .downcast(let base, _, isForced: true):
            return settledText(base)
        case .element(let base, let index):
            guard let base = settledText(base), let index = settledText(index) else { return nil }
            return "\(base)[\(index)]"
        case .comparison(let left, let parts):
            guard let left = settledText(left) else { return nil }
            let others = parts.compactMap { part in
                settledText(part.operand).map { " \(part.comparison) \($0)" }
            }
            return others.count == parts.count ? "(\(left)\(others.joined()))" : nil
        case .binary(let left, let operation, let right):
            guard let left = settledText(left), let right = settledText(right) else { return nil }
            return "(\(left) \(operation) \(right))"
        case .unary(let operation, let operand):
            return settledText(operand).map { "(\(operation) \($0))" }
        case .boolean(let operation, let operands):
            let texts = operands.compactMap { settledText($0) }
            return texts.count == operands.count
                ? "(\(texts.joined(separator: " \(operation) ")))" : nil
        case .isNone(let subject, let negated):
            return settledText(subject).map { "(\($0) is \(negated ? "not " : "")None)" }
        case .tuple(let elements), .list(let elements):
            let texts = elements.compactMap { settledText($0) }
            return texts.count == elements.count ? "[\(texts.joined(separator: ", "))]" : nil
        default:
            return nil
        }
    }
}

extension [TypedStatement] {
    /// What the block and those in it set an attribute of the object to; `nil` for an assignment that is
    /// not a plain one at the top.
    fileprivate func values(ofAttribute name: String) -> [TypedExpression?] {
        flatMap { statement -> [TypedExpression?] in
            var own: [TypedExpression?] = []
            switch statement.kind {
            case .assign(let targets, let value) where targets.contains { $0.setsAttribute(name) }:
                let isPlain = targets.allSatisfy { if case .tuple = $0 { false } else { true } }
                own = [isPlain ? value : nil]
            case .augmentedAssign(let target, _, _), .for(let target, _, _):
                // Twice, as it had a value before.
                own = target.setsAttribute(name) ? [nil, nil] : []
            default: break
            }
            return own
                + statement.blocks.flatMap { $0.values(ofAttribute: name).map { _ in nil } }
        }
    }
}

extension TypedStatement {
    /// Whether the statement raises an exception whichever way it takes.
    fileprivate var isRaise: Bool {
        switch kind {
        case .raise: true
        case .if(_, let then, let otherwise):
            then.last?.isRaise == true && otherwise.last?.isRaise == true
        default: false
        }
    }
}

extension TypedTarget {
    fileprivate func setsAttribute(_ name: String) -> Bool {
        switch self {
        case .attribute(let own, _): own == name
        case .tuple(let targets): targets.contains { $0.setsAttribute(name) }
        default: false
        }
    }
}
