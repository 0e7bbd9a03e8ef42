import Operations
import PythonSyntax

/// A test and how it came out.
struct BranchFact: Hashable {
    let test: Expression
    let outcome: Bool
}

/// What a method's tests tell of a layer whose class the same tests have decided in `__init__`.
extension FunctionChecker {
    /// Runs a check inside a branch.
    func withFact<Result>(_ test: Expression, _ outcome: Bool, _ body: () -> Result) -> Result {
        facts.append(BranchFact(test: test, outcome: outcome))
        defer { facts.removeLast() }
        return body()
    }

    /// Notes on which branch of `__init__` an attribute is made an instance of a class.
    func noteBranch(of attribute: String, _ type: PythonType) {
        guard isInitializer, let owner, case .instance(let made) = type.unwrapped else { return }
        let key = "\(owner.dottedName).\(attribute)"
        if program.branches[key, default: [:]][made, default: []].insert(facts).inserted {
            program.changed = true
        }
    }

    /// The classes whose branches the tests around the current point do not contradict.
    func possibleClasses(of value: TypedExpression, among names: [String]) -> [String] {
        guard !isInitializer, let owner, case .attribute(let base, let attribute) = value.kind,
            base.kind == .selfObject,
            let branches = program.branches["\(owner.dottedName).\(attribute)"]
        else { return names }
        let settled = facts.filter { isSettled($0.test, in: owner) }
        let possible = names.filter { className in
            guard let made = branches[className] else { return true }
            return made.contains { branch in
                let known = Truths(branch)
                return settled.allSatisfy { known.value(of: $0.test) != !$0.outcome }
            }
        }
        return possible.isEmpty ? names : possible
    }

    /// Whether a test is about attributes of the object that only `__init__` sets.
    private func isSettled(_ test: Expression, in owner: ClassInfo) -> Bool {
        switch test.kind {
        case .name: return false
        case .attribute(let base, let name) where base.simpleName == selfName:
            return program.reassignedAttributes[owner.dottedName]?.contains(name) != true
        default: return test.children.allSatisfy { isSettled($0, in: owner) }
        }
    }
}

/// The truth of the tests that led to a branch, and of those that follow from them.
private struct Truths {
    private var known: [Expression: Bool] = [:]

    init(_ facts: [BranchFact]) {
        for fact in facts { note(fact.test, fact.outcome) }
    }

    private mutating func note(_ test: Expression, _ outcome: Bool) {
        known[test] = outcome
        switch test.kind {
        case .unary(.not, let inner): note(inner, !outcome)
        case .boolean(.and, let operands) where outcome: for one in operands { note(one, true) }
        case .boolean(.or, let operands) where !outcome: for one in operands { note(one, false) }
        default: break
        }
    }

    /// Whether the test holds; `nil` if nothing tells.
    func value(of test: Expression) -> Bool? {
        if let outcome = known[test] { return outcome }
        switch test.kind {
        case .unary(.not, let inner):
            return value(of: inner).map { !$0 }
        case .boolean(let operation, let operands):
            let values = operands.map { value(of: $0) }
            if values.contains(operation == .or) { return operation == .or }
            return values.contains(nil) ? nil : operation == .and
        case .comparison(let subject, let parts):
            guard parts.count == 1, case .constant = parts[0].operand.kind else { return nil }
            // What is equal to one literal is equal to no other.
            let isOther = known.contains { entry in
                guard entry.value, case .comparison(subject, let others) = entry.key.kind,
                    others.count == 1, others[0].comparison == .equal,
                    case .constant = others[0].operand.kind
                else { return false }
                return others[0].operand != parts[0].operand
            }
            guard isOther else { return nil }
            return parts[0].comparison == .equal
                ? false : parts[0].comparison == .notEqual ? true : nil
        default:
            return nil
        }
    }
}
