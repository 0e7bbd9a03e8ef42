import Operations
import PythonSyntax

/// Finds the shared component that stands in for a class, with the proof; or why there is none.
struct ComponentMatching {
    let program: Program
    let functions: [String: TypedFunction]
    let patterns: [ComponentPattern]

    func match(_ classNames: [String]) throws -> ComponentRoutes {
        var routes = ComponentRoutes()
        for className in classNames {
            guard let info = program.classInfo(className), info.kind == .module,
                let initializer = functions["\(className).__init__"]
            else { continue }
            let used = info.methods.values.filter { isUsed($0, of: info) }
                .sorted { $0.span.line < $1.span.line }
            let methods = used.compactMap { functions[$0.dottedName] }
            guard !methods.isEmpty else { continue }
            var mismatches: [ComponentMismatch] = []
            for pattern in patterns {
                // A component has what the family uses of the class, and nothing else is used of it.
                if let method = used.first(where: { !pattern.has($0.definition.name) }) {
                    mismatches.append(
                        ComponentMismatch(
                            component: pattern.name,
                            reason: "the class has a method '\(method.definition.name)' too",
                            span: method.span))
                    continue
                }
                switch try prove(pattern, info, initializer, methods) {
                case .success(let match): routes.matches[className] = match
                case .failure(let mismatch): mismatches.append(mismatch)
                }
                if routes.matches[className] != nil { break }
            }
            if routes.matches[className] == nil { routes.mismatches[className] = mismatches }
        }
        return routes
    }

    /// Whether something outside the class calls the method. What the class calls itself is a part of
    /// what its other methods do.
    private func isUsed(_ method: FunctionInfo, of info: ClassInfo) -> Bool {
        let name = method.definition.name
        guard method.isReached, name != "__init__" else { return false }
        return name == "__call__" || method.isProperty || method.isBorder
            || info.isReadOutside(name, program)
    }

    // MARK: The proof

    private enum Verdict {
        case success(ComponentMatch)
        case failure(ComponentMismatch)
    }

    /// Looks at every path through both; the slots must be the same on all of them.
    private func prove(
        _ pattern: ComponentPattern, _ info: ClassInfo, _ initializer: TypedFunction,
        _ methods: [TypedFunction]
    ) throws -> Verdict {
        func failure(_ reason: String, _ span: SourceSpan) -> Verdict {
            .failure(ComponentMismatch(component: pattern.name, reason: reason, span: span))
        }
        guard case .instance? = initializer.parameters.first?.type else {
            return failure("'__init__' does not take a configuration first", initializer.span)
        }
        let offered = methods.map { method in pattern.methods.first { $0.name == method.name }! }
        for (theirs, ours) in zip(offered, methods) {
            let expected = theirs.parameters.map(\.type)
            let given = ours.parameters.map(\.type)
            guard expected == given else {
                func list(_ types: [PythonType]) -> String {
                    types.map(\.description).joined(separator: ", ")
                }
                let call = ours.name == "__call__" ? "a call" : "'\(ours.name)'"
                return failure(
                    "\(call) takes (\(list(given))), the component's (\(list(expected)))",
                    ours.span)
            }
        }
        // Callers use the names of parameters and leave out defaults.
        for (theirs, ours) in zip(offered + [pattern.initializer], methods + [initializer]) {
            for (expected, given) in zip(theirs.parameters, ours.parameters).dropFirst() {
                guard expected.name == given.name else {
                    return failure(
                        "the parameter '\(given.name)' is '\(expected.name)' in the component",
                        ours.span)
                }
                guard
                    given.defaultValue == nil
                        || given.defaultValue?.kind == expected.defaultValue?.kind
                else {
                    return failure(
                        "the parameter '\(given.name)' has another default than in the component",
                        ours.span)
                }
            }
        }
        guard initializer.parameters.count <= pattern.initializer.parameters.count else {
            return failure("'__init__' takes more than the component's", initializer.span)
        }
        let read = program.readAttributes[info.dottedName] ?? []
        let external = read.filter { name in
            // Reads by the class's own methods are part of the terms.
            !methods.contains { $0.body.contains { $0.contains { $0.readsOwn(name) } } }
                || info.isReadOutside(name, program)
        }
        let flags = pattern.slots.filter { $0.type == .boolean && pattern.isFlag($0.name) }.map(
            \.name)
        let subject = Subject(
            info: info, initializer: initializer, methods: methods, readAttributes: Set(external))
        var best: ComponentMismatch?
        for chosen in flags.subsets {
            do {
                var unifier = Unifier(classParameters: pattern.classParameters)
                try explore(pattern, chosen, subject, assumptions: [:], unifier: &unifier)
                return .success(bindings(pattern, unifier, flags: chosen))
            } catch let difference as Unifier.Difference {
                best =
                    best
                    ?? ComponentMismatch(
                        component: pattern.name, reason: difference.reason, span: difference.span)
            } catch SymbolicStop.unsupported(let construct, let span) {
                best =
                    best
                    ?? ComponentMismatch(
                        component: pattern.name, reason: "\(construct) is not modelled", span: span)
            }
        }
        return .failure(best!)
    }

    /// The class that is compared with a pattern.
    private struct Subject {
        let info: ClassInfo
        let initializer: TypedFunction
        let methods: [TypedFunction]
        let readAttributes: Set<String>
    }

    private func explore(
        _ pattern: ComponentPattern, _ flags: [String], _ subject: Subject,
        assumptions: [Term: Bool], unifier: inout Unifier
    ) throws {
        do {
            var familyRun = SymbolicEvaluator(
                classes: { self.classFunctions($0) }, functions: { self.functions[$0] },
                isModule: { self.isModule($0) }, layerParameter: pattern.layerParameter,
                assumptions: assumptions)
            let count = subject.initializer.parameters.count
            let found = try familyRun.run(
                initializer: subject.initializer, methods: subject.methods, parameterCount: count)
            var patternAssumptions = assumptions
            for slot in pattern.slots where pattern.isFlag(slot.name) {
                patternAssumptions[pattern.slotTerm(slot.name)] = flags.contains(slot.name)
            }
            var patternRun = SymbolicEvaluator(
                classes: { pattern.functions[$0] }, functions: { pattern.function($0) },
                isModule: { self.isModule($0) }, layerParameter: pattern.layerParameter,
                assumptions: patternAssumptions)
            let names = Set(subject.methods.map(\.name))
            let expected = try patternRun.run(
                initializer: pattern.initializer,
                methods: pattern.methods.filter { names.contains($0.name) }, parameterCount: count)
            try unifier.unify(expected, found, readAttributes: subject.readAttributes)
            unifier.align(patternRun.assigned, familyRun.assigned)
        } catch SymbolicStop.needsAssumption(let test) {
            guard assumptions.count < 8 else {
                throw SymbolicStop.unsupported("so many branches", test.span)
            }
            let isPatternTest = pattern.mentionsSlot(test)
            guard test.expression == nil || isPatternTest || pattern.testsSlots else {
                throw Unifier.Difference(
                    reason: "a branch depends on the configuration: '\(test.text)'", span: test.span
                )
            }
            func explore(_ added: [Term: Bool], _ unifier: inout Unifier) throws {
                try self.explore(
                    pattern, flags, subject, assumptions: assumptions.merging(added) { $1 },
                    unifier: &unifier)
            }
            if let slot = pattern.slotTestedForNone(test) {
                return try decide(test, slot: slot, assumptions, &unifier, explore)
            }
            if isPatternTest {
                return try decide(test, assumptions, &unifier, explore)
            }
            for outcome in [true, false] { try explore([test: outcome], &unifier) }
        }
    }

    /// Decides whether a slot of the pattern is `None`: as the class's test of what it stands for; where
    /// the class tests nothing, it always is or never.
    private func decide(
        _ test: Term, slot: String, _ assumptions: [Term: Bool], _ unifier: inout Unifier,
        _ explore: ([Term: Bool], inout Unifier) throws -> Void
    ) throws {
        let candidates = assumptions.filter {
            $0.key.operation == "isNone" && $0.key.arguments[0].expression != nil
        }
        var first: (any Error)?
        for (candidate, outcome) in candidates.sorted(by: { $0.key.text < $1.key.text }) {
            var attempt = unifier
            let value = candidate.arguments[0]
            guard attempt.slots[slot] == nil || attempt.slots[slot] == value else { continue }
            attempt.bind(slot, to: value)
            do {
                try explore([test: outcome], &attempt)
                unifier = attempt
                return
            } catch { first = first ?? error }
        }
        for outcome in [true, false] {
            var attempt = unifier
            do {
                try explore([test: outcome], &attempt)
                unifier = attempt
                return
            } catch { first = first ?? error }
        }
        throw first!
    }

    /// Decides a test of the pattern's slots as the class decides the same test.
    private func decide(
        _ test: Term, _ assumptions: [Term: Bool], _ unifier: inout Unifier,
        _ explore: ([Term: Bool], inout Unifier) throws -> Void
    ) throws {
        for (candidate, outcome) in assumptions.sorted(by: { $0.key.text < $1.key.text }) {
            var attempt = unifier
            guard candidate.expression != nil, attempt.settle(test, as: candidate) else { continue }
            try explore([test: outcome], &attempt)
            unifier = attempt
            return
        }
        throw Unifier.Difference(
            reason: "the class does not ask for '\(test.text)'", span: test.span)
    }

    private func bindings(_ pattern: ComponentPattern, _ unifier: Unifier, flags: [String])
        -> ComponentMatch
    {
        let bound = pattern.slots.compactMap { slot -> SlotBinding? in
            guard let value = unifier.slots[slot.name]?.expression else { return nil }
            if let usual = pattern.defaults[slot.name], value.matches(usual, slots: unifier.slots) {
                return nil
            }
            return SlotBinding(slot: slot.name, type: slot.type, value: value)
        }
        return ComponentMatch(
            component: pattern.name, configurationProtocol: pattern.configurationProtocol,
            property: pattern.property, layerParameter: pattern.layerParameter,
            swift: pattern.swift, bindings: bound,
            classBindings: unifier.classes.sorted { $0.key < $1.key }.map {
                ClassBinding(
                    slot: $0.key, className: $0.value, conformance: pattern.classParameters[$0.key]!
                )
            },
            flags: flags, provenTerms: unifier.provenTerms, lines: unifier.lines)
    }

    private func classFunctions(_ className: String) -> [TypedFunction]? {
        program.classInfo(className).map { info in
            info.methods.values.compactMap { functions[$0.dottedName] }
        }
    }

    /// Whether an attribute of the type holds weights: modules, arrays, and lists of them.
    private func isModule(_ type: PythonType) -> Bool {
        switch type.unwrapped {
        case .array: true
        case .list(let element): isModule(element)
        case .tuple(let elements): elements.contains { isModule($0) }
        case .dictionary(_, let value): isModule(value)
        case .library(let name): program.table.types[name]?.isModule == true
        case .either: !program.isConfiguration(type)
        case .instance(let name):
            name.hasPrefix("pattern.")
                ? name != "pattern.Parameters" : program.classInfo(name)?.kind == .module
        default: false
        }
    }
}

extension ComponentPattern {
    /// A flag is a truth value that the pattern branches on.
    func isFlag(_ slot: String) -> Bool {
        (initializer.body + methods.flatMap(\.body)).contains { statement in
            statement.containsTest { $0.readsParameter(slot) }
        }
    }

    /// The slot that a test asks for `None`.
    func slotTestedForNone(_ test: Term) -> String? {
        guard test.operation == "isNone" else { return nil }
        return slots.map(\.name).first { slotTerm($0) == test.arguments[0] }
    }

    /// Whether its class may test the configuration: where parameters hang on the layer, a test tells of it.
    var testsSlots: Bool { layerParameter != nil }

    /// Whether a term is about the pattern's slots.
    func mentionsSlot(_ term: Term) -> Bool {
        slots.contains { slotTerm($0.name) == term }
            || term.arguments.contains { mentionsSlot($0) }
    }

    /// A function of the pattern's module.
    func function(_ dottedName: String) -> TypedFunction? {
        functions[""]?.first { "pattern.\($0.name)" == dottedName }
    }

    func has(_ method: String) -> Bool { methods.contains { $0.name == method } }

    func slotTerm(_ slot: String) -> Term {
        Term("attribute.\(slot)", [Term("parameter.0", span: .synthesized)], span: .synthesized)
    }
}

extension TypedStatement {
    fileprivate func containsTest(_ condition: (TypedExpression) -> Bool) -> Bool {
        if case .if(let test, _, _) = kind, test.contains(where: condition) { return true }
        let isChosen = contains { part in
            if case .conditional(let test, _, _) = part.kind {
                test.contains(where: condition)
            } else {
                false
            }
        }
        if isChosen { return true }
        return blocks.contains { $0.contains { $0.containsTest(condition) } }
    }
}

extension TypedExpression {
    fileprivate func readsOwn(_ name: String) -> Bool {
        if case .attribute(let base, name) = kind { base.kind == .selfObject } else { false }
    }

    fileprivate func readsParameter(_ slot: String) -> Bool {
        if case .attribute(let base, slot) = kind {
            base.type == .instance("pattern.Parameters")
        } else {
            false
        }
    }

    /// Whether the value is what a default says, with the slots' own values in it.
    fileprivate func matches(_ usual: Expression, slots: [String: Term]) -> Bool {
        switch (usual.kind, kind) {
        case (.name(let slot), _):
            return slots[slot]?.expression?.withoutSpans == withoutSpans
        case (.constant(let left), .constant(let right)):
            return left == right
        case (.unary(let left, let a), .unary(let right, let b)):
            return left == right && b.matches(a, slots: slots)
        case (.binary(let a, let left, let b), .binary(let c, let right, let d)):
            return left == right && c.matches(a, slots: slots) && d.matches(b, slots: slots)
        default:
            return false
        }
    }

    /// The expression as text that ignores where it stands.
    private var withoutSpans: String {
        switch kind {
        case .local(let name): name
        case .selfObject: "self"
        case .constant(let constant): constant.pythonText
        case .attribute(let base, let name): "\(base.withoutSpans).\(name)"
        case .binary(let left, let operation, let right):
            "(\(left.withoutSpans) \(operation.rawValue) \(right.withoutSpans))"
        case .boolean(let operation, let operands):
            "(\(operands.map(\.withoutSpans).joined(separator: " \(operation.rawValue) ")))"
        case .unary(let operation, let operand): "\(operation.rawValue)\(operand.withoutSpans)"
        default: String(describing: kind)
        }
    }
}

extension ClassInfo {
    /// Whether reached code outside the class reads one of its attributes.
    fileprivate func isReadOutside(_ name: String, _ program: Program) -> Bool {
        program.outsideReads[dottedName]?.contains(name) ?? false
    }
}

extension [String] {
    /// All subsets, small ones first.
    fileprivate var subsets: [[String]] {
        reduce([[]]) { sets, element in sets + sets.map { $0 + [element] } }.sorted {
            $0.count < $1.count
        }
    }
}
