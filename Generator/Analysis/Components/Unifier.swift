import PythonSyntax

/// Compares a component's pattern with a class, term by term, and finds what its slots stand for.
struct Unifier {
    /// Values of the pattern's slots, by name.
    private(set) var slots: [String: Term] = [:]
    /// Classes of the family for the pattern's class parameters.
    private(set) var classes: [String: String] = [:]
    /// How many terms were found equal.
    private(set) var provenTerms = 0
    /// Lines of the class, with those of the pattern that give the same.
    private(set) var lines: Set<ComponentLine> = []
    /// The pattern's own class names: class parameters.
    let classParameters: [String: String]

    /// Binds a slot to what the class tests for `None` where the pattern tests the slot.
    mutating func bind(_ slot: String, to value: Term) { slots[slot] = value }

    /// Whether a test of the pattern is one that the class makes; what its slots stand for is noted then.
    mutating func settle(_ test: Term, as found: Term) -> Bool {
        let before = self
        do { try unify(test, found) } catch {
            self = before
            return false
        }
        return true
    }

    init(classParameters: [String: String]) { self.classParameters = classParameters }

    struct Difference: Error {
        let reason: String
        let span: SourceSpan
    }

    /// - Throws: `Difference` at the first place where the class is not what the pattern says.
    mutating func unify(
        _ pattern: SymbolicBehavior, _ found: SymbolicBehavior, readAttributes: Set<String>
    ) throws {
        for name in pattern.modules.keys.sorted() {
            guard found.modules[name] != nil else {
                throw Difference(
                    reason: "the class makes no module '\(name)'",
                    span: found.methods.values.first?.result.span ?? .synthesized)
            }
        }
        if let extra = found.modules.keys.filter({ pattern.modules[$0] == nil }).min() {
            throw Difference(
                reason: "the component has no module '\(extra)'", span: found.modules[extra]!.span)
        }
        // What a call does comes first: it tells sizes one by one, modules only their products.
        for name in pattern.methods.keys.sorted() {
            guard let method = found.methods[name] else { continue }
            try unify(pattern.methods[name]!, method)
        }
        for name in pattern.modules.keys.sorted() {
            try unify(pattern.modules[name]!, found.modules[name]!)
        }
        for name in readAttributes.sorted() where found.modules[name] == nil {
            guard let value = found.values[name] else { continue }
            guard let offered = pattern.values[name] else {
                throw Difference(
                    reason: "the attribute '\(name)' is read elsewhere; the component has none",
                    span: value.span)
            }
            try unify(offered, value)
        }
    }

    /// Finds which lines of the pattern the lines of the class stand for, once the two are proven equal:
    /// those that give the same. A line beyond those of the pattern stands beside the one that it repeats.
    mutating func align(_ pattern: [AssignedTerm], _ found: [AssignedTerm]) {
        var open = pattern
        for line in found {
            func index(where isCandidate: (AssignedTerm) -> Bool) -> Int? {
                open.firstIndex { isCandidate($0) && isSame($0.value, line.value) }
            }
            let place =
                index(where: { $0.role == line.role })
                ?? index(where: { $0.role != .parameter && line.role != .parameter })
            let other =
                place.map { open.remove(at: $0) }
                ?? pattern.first {
                    ($0.role == .parameter) == (line.role == .parameter)
                        && isSame($0.value, line.value)
                }
            guard let other else { continue }
            lines.insert(
                ComponentLine(
                    name: line.name, file: line.file, span: line.span, patternName: other.name,
                    patternSpan: other.span, isRepeated: place == nil))
        }
    }

    private func isSame(_ pattern: Term, _ found: Term) -> Bool {
        var attempt = self
        do { try attempt.unify(pattern, found) } catch { return false }
        return attempt.slots == slots
    }

    private mutating func unify(_ pattern: MethodBehavior, _ found: MethodBehavior) throws {
        guard pattern.effects.count == found.effects.count else {
            throw Difference(
                reason: "the number of cache updates and changes of weights differs",
                span: found.result.span)
        }
        for (expected, effect) in zip(pattern.effects, found.effects) {
            try unify(expected, effect)
        }
        try unify(pattern.result, found.result)
    }

    private mutating func unify(_ pattern: Term, _ found: Term) throws {
        if let slot = pattern.slotName {
            if let known = slots[slot] {
                guard known == found else {
                    throw Difference(
                        reason: "'\(slot)' is '\(known.text)' elsewhere, but '\(found.text)' here",
                        span: found.span)
                }
            } else {
                guard found.expression != nil else {
                    throw Difference(
                        reason:
                            "'\(slot)' would depend on more than the configuration: '\(found.text)'",
                        span: found.span)
                }
                slots[slot] = found
            }
            provenTerms += 1
            return
        }
        if let parameter = pattern.classParameter(classParameters) {
            guard found.operation.hasPrefix("new.") else {
                throw Difference(
                    reason: "the component makes a class of the family here, not '\(found.text)'",
                    span: found.span)
            }
            classes[parameter] = String(found.operation.dropFirst("new.".count))
        } else if pattern.operation != found.operation {
            throw Difference(
                reason: "the component computes '\(pattern.text)', the class '\(found.text)'",
                span: found.span)
        }
        guard pattern.arguments.count == found.arguments.count else {
            throw Difference(
                reason:
                    "'\(found.text)' has \(found.arguments.count) arguments, the component's '\(pattern.text)' \(pattern.arguments.count)",
                span: found.span)
        }
        if pattern.operation == "binary.*", pattern.arguments.count == 2 {
            try unifyProduct(pattern, found)
        } else {
            for (expected, argument) in zip(pattern.arguments, found.arguments) {
                try unify(expected, argument)
            }
        }
        provenTerms += 1
    }

    /// The factors of a product of sizes may stand in either order.
    private mutating func unifyProduct(_ pattern: Term, _ found: Term) throws {
        let before = self
        do {
            for (expected, argument) in zip(pattern.arguments, found.arguments) {
                try unify(expected, argument)
            }
        } catch let difference as Difference {
            guard found.expression != nil else { throw difference }
            self = before
            do {
                for (expected, argument) in zip(pattern.arguments, found.arguments.reversed()) {
                    try unify(expected, argument)
                }
            } catch { throw difference }
        }
    }
}

extension Term {
    /// `p.heads` of a pattern: the name of the slot.
    fileprivate var slotName: String? {
        guard operation.hasPrefix("attribute."), arguments.count == 1,
            arguments[0].operation == "parameter.0",
            arguments[0].expression?.type == .instance("pattern.Parameters")
        else { return nil }
        return String(operation.dropFirst("attribute.".count))
    }

    fileprivate func classParameter(_ parameters: [String: String]) -> String? {
        guard operation.hasPrefix("new.") else { return nil }
        let name = String(operation.dropFirst("new.".count).split(separator: ".").last ?? "")
        return parameters[name] == nil ? nil : name
    }
}
