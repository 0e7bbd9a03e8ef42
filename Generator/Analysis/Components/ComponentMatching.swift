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
                let initializer = functions["\(className).__init__"],
                let call = functions["\(className).__call__"]
            else { continue }
            // A component has a call and nothing else that the family uses.
            let others = info.methods.values.filter {
                $0.isReached && !["__init__", "__call__"].contains($0.definition.name)
            }
            var mismatches: [ComponentMismatch] = []
            for pattern in patterns {
                if let method = others.min(by: { $0.span.line < $1.span.line }) {
                    mismatches.append(
                        ComponentMismatch(
                            component: pattern.name,
                            reason: "the class has a method '\(method.definition.name)' too",
                            span: method.span))
                    continue
                }
                switch try prove(pattern, info, initializer, call) {
                case .success(let match): routes.matches[className] = match
                case .failure(let mismatch): mismatches.append(mismatch)
                }
                if routes.matches[className] != nil { break }
            }
            if routes.matches[className] == nil { routes.mismatches[className] = mismatches }
        }
        return routes
    }

    // MARK: The proof

    private enum Verdict {
        case success(ComponentMatch)
        case failure(ComponentMismatch)
    }

    /// Looks at every path through both; the slots must be the same on all of them.
    private func prove(
        _ pattern: ComponentPattern, _ info: ClassInfo, _ initializer: TypedFunction,
        _ call: TypedFunction
    ) throws -> Verdict {
        func failure(_ reason: String, _ span: SourceSpan) -> Verdict {
            .failure(ComponentMismatch(component: pattern.name, reason: reason, span: span))
        }
        guard case .instance? = initializer.parameters.first?.type else {
            return failure("'__init__' does not take a configuration first", initializer.span)
        }
        let (expected, given) = (pattern.call.parameters.map(\.type), call.parameters.map(\.type))
        guard expected == given else {
            func list(_ types: [PythonType]) -> String {
                types.map(\.description).joined(separator: ", ")
            }
            return failure(
                "a call takes (\(list(given))), the component's (\(list(expected)))", call.span)
        }
        // Callers use the names of parameters and leave out defaults.
        for (theirs, ours) in [(pattern.call, call), (pattern.initializer, initializer)] {
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
            // Reads by the class's own call are part of the terms.
            !call.body.contains { $0.contains { $0.readsOwn(name) } }
                || info.isReadOutside(name, program)
        }
        let flags = pattern.slots.filter { $0.type == .boolean && pattern.isFlag($0.name) }.map(
            \.name)
        var best: ComponentMismatch?
        for chosen in flags.subsets {
            do {
                var unifier = Unifier(classParameters: pattern.classParameters)
                try explore(
                    pattern, chosen, initializer, call, info, assumptions: [:],
                    readAttributes: Set(external),
                    unifier: &unifier)
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

    private func explore(
        _ pattern: ComponentPattern, _ flags: [String], _ initializer: TypedFunction,
        _ call: TypedFunction,
        _ info: ClassInfo, assumptions: [Term: Bool], readAttributes: Set<String>,
        unifier: inout Unifier
    ) throws {
        do {
            var familyRun = SymbolicEvaluator(
                classes: { self.classFunctions($0) }, isModule: { self.isModule($0) },
                assumptions: assumptions)
            let found = try familyRun.run(
                initializer: initializer, call: call, parameterCount: initializer.parameters.count)
            var patternAssumptions = assumptions
            for slot in pattern.slots where pattern.isFlag(slot.name) {
                patternAssumptions[pattern.flagTerm(slot.name)] = flags.contains(slot.name)
            }
            var patternRun = SymbolicEvaluator(
                classes: { pattern.functions[$0] }, isModule: { self.isModule($0) },
                assumptions: patternAssumptions)
            let expected = try patternRun.run(
                initializer: pattern.initializer, call: pattern.call,
                parameterCount: initializer.parameters.count)
            try unifier.unify(expected, found, readAttributes: readAttributes)
        } catch SymbolicStop.needsAssumption(let test) {
            guard assumptions.count < 8 else {
                throw SymbolicStop.unsupported("so many branches", test.span)
            }
            guard test.expression == nil else {
                throw Unifier.Difference(
                    reason: "a branch depends on the configuration: '\(test.text)'", span: test.span
                )
            }
            for outcome in [true, false] {
                try explore(
                    pattern, flags, initializer, call, info,
                    assumptions: assumptions.merging([test: outcome]) { $1 },
                    readAttributes: readAttributes,
                    unifier: &unifier)
            }
        }
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
            property: pattern.property, swift: pattern.swift, bindings: bound,
            classBindings: unifier.classes.sorted { $0.key < $1.key }.map {
                ClassBinding(
                    slot: $0.key, className: $0.value, conformance: pattern.classParameters[$0.key]!
                )
            },
            flags: flags, provenTerms: unifier.provenTerms)
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
        (initializer.body + call.body).contains { statement in
            statement.containsTest { $0.readsParameter(slot) }
        }
    }

    func flagTerm(_ slot: String) -> Term {
        Term("attribute.\(slot)", [Term("parameter.0", span: .synthesized)], span: .synthesized)
    }
}

extension TypedStatement {
    fileprivate func containsTest(_ condition: (TypedExpression) -> Bool) -> Bool {
        if case .if(let test, _, _) = kind, test.contains(where: condition) { return true }
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
