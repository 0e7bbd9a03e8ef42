import PythonSyntax

// Which statements read the value that a local has, and which set it first.

extension ArraySlice<Statement> {
    /// Whether a name is read before it is certainly set; `nil` if neither happens.
    func reads(_ name: String) -> Bool? {
        for statement in self {
            if let known = statement.reads(name) { return known }
        }
        return nil
    }
}

extension Statement {
    /// Whether the statement reads a name (`true`), or sets it first in any case (`false`).
    func reads(_ name: String) -> Bool? {
        switch kind {
        case .if(let test, let then, let otherwise):
            if test.reads(name) { return true }
            let outcomes = [then[...].reads(name), otherwise[...].reads(name)]
            if outcomes.contains(true) { return true }
            return outcomes == [false, false] ? false : nil
        case .for(let target, let iterable, let body, let otherwise):
            if iterable.reads(name) { return true }
            if !target.boundNames.contains(name), body[...].reads(name) == true { return true }
            return otherwise[...].reads(name) == true ? true : nil
        case .while(let test, let body, let otherwise):
            if test.reads(name) || body[...].reads(name) == true { return true }
            return otherwise[...].reads(name) == true ? true : nil
        case .assign(let targets, let value):
            if value.reads(name) || targets.contains(where: { $0.readsAsTarget(name) }) {
                return true
            }
            return targets.contains { $0.boundNames.contains(name) } ? false : nil
        case .annotatedAssign(let target, _, let value):
            if value?.reads(name) == true || target.readsAsTarget(name) { return true }
            return target.boundNames.contains(name) ? false : nil
        case .augmentedAssign(let target, _, let value):
            return value.reads(name) || target.reads(name) ? true : nil
        case .expression(let value): return value.reads(name) ? true : nil
        case .return(let value): return value?.reads(name) == true ? true : nil
        case .assert(let test, let message):
            return test.reads(name) || message?.reads(name) == true ? true : nil
        case .raise(let exception, let cause):
            return exception?.reads(name) == true || cause?.reads(name) == true ? true : nil
        default: return nil
        }
    }
}

extension Expression {
    /// Whether a name's value is used, outside of what binds the name itself.
    func reads(_ name: String) -> Bool {
        mentions(name) && renaming(name, to: "\(name)\(SplitLocals.mark)") != self
    }

    /// Whether the name stands anywhere in the expression.
    private func mentions(_ name: String) -> Bool {
        switch kind {
        case .name(name), .named(name, _): true
        default: children.contains { $0.mentions(name) }
        }
    }

    /// The same for a target: `x[i] = …` reads both.
    func readsAsTarget(_ name: String) -> Bool {
        switch kind {
        case .name: false
        case .tuple(let elements), .list(let elements): elements.contains { $0.readsAsTarget(name) }
        case .starred(let inner): inner.readsAsTarget(name)
        default: reads(name)
        }
    }
}
