import Analysis
import Operations
import PythonSyntax

/// Assignments, with the declarations that Swift needs.
extension FunctionTranslator {
    func translateAssignment(_ targets: [TypedTarget], _ value: TypedExpression)
        -> [SwiftStatement]
    {
        if isInitializer { return translateInitializerAssignment(targets, value) }
        guard targets.count == 1 else {
            report(
                "chained assignment", at: value.span, type: value.type,
                "has no translation here yet")
            return []
        }
        return translateAssignment(to: targets[0], value)
    }

    func translateAssignment(to target: TypedTarget, _ value: TypedExpression) -> [SwiftStatement] {
        switch target {
        case .local(let name, _):
            return assignLocal(name, value)
        case .attribute(let name, let type):
            let stored = owner?.attribute(name)?.type ?? type
            return [.line("\(naming.member(name)) = \(evaluated(translate(value, as: stored)))")]
        case .element(let base, let index):
            return [
                .line(
                    "\(translate(base).receiver)[\(translate(index).text)] = \(evaluated(translate(value)))"
                )
            ]
        case .sliced(let base, let indices):
            guard value.type.unwrapped == .array else {
                report(
                    "assignment to a slice", at: value.span, type: value.type,
                    "only an array can be assigned yet")
                return []
            }
            return [
                .line(
                    "\(translateSlice(base, indices).text) = \(evaluated(translate(value, as: .array)))"
                )
            ]
        case .tuple(let targets):
            return assignTuple(targets, value)
        }
    }

    func assignLocal(_ name: String, _ value: TypedExpression) -> [SwiftStatement] {
        let swiftName = localName(name)
        if redeclared.contains(name), !declared.contains(name) {
            // The local holds what the assignments say, whatever the parameter held.
            let type = function.body.assignedType(of: name)
            let translated = evaluated(translate(value, as: type))
            declared.insert(name)
            storage[name] = type
            let isMutable =
                function.body.assignmentCount(of: name) > 1 || plan.mutatedNames.contains(name)
            let annotation =
                value.type == type && !value.needsAnnotation ? "" : ": \(context.swift(type))"
            return [
                .line(
                    "\(isMutable ? "var" : "let") \(names[name] ?? swiftName)\(annotation) = \(translated)"
                )
            ]
        }
        guard let local = plan.locals[name], !declared.contains(name) else {
            let type = storage[name] ?? value.type
            return [.line("\(names[name] ?? swiftName) = \(evaluated(translate(value, as: type)))")]
        }
        guard plan.readNames.contains(name) else {
            return value.hasEffects ? [.line("_ = \(evaluated(translate(value)))")] : []
        }
        let translated = evaluated(translate(value, as: local.type))
        declare(name, as: swiftName, type: local.type)
        let annotation =
            value.type == local.type && !value.needsAnnotation
            ? "" : ": \(context.swift(local.type))"
        return [
            .line("\(local.isMutable ? "var" : "let") \(swiftName)\(annotation) = \(translated)")
        ]
    }

    func declare(_ name: String, as swiftName: String, type: PythonType) {
        declared.insert(name)
        names[name] = swiftName
        storage[name] = type
    }

    func assignTuple(_ targets: [TypedTarget], _ value: TypedExpression) -> [SwiftStatement] {
        let locals = targets.compactMap { target -> String? in
            if case .local(let name, _) = target { name } else { nil }
        }
        guard locals.count == targets.count else {
            report("tuple assignment", at: value.span, "only locals can be assigned together yet")
            return []
        }
        let used = locals.map { plan.readNames.contains($0) && $0 != "_" }
        let isNew = locals.enumerated().filter { used[$0.offset] }.map {
            plan.locals[$0.element] != nil && !declared.contains($0.element)
        }
        if let array = value.takenApartShape(count: locals.count) {
            return assignShape(locals, used, of: array)
        }
        if case .list = value.type { return assignElements(locals, used, of: value) }
        guard case .tuple = value.type else {
            report(
                "tuple assignment", at: value.span, type: value.type,
                "only a tuple, a list or a shape can be taken apart")
            return []
        }
        if isNew.contains(true), isNew.contains(false) {
            // Those that are new are declared in front; then all are assigned together.
            var declarations: [SwiftStatement] = []
            for (name, isUsed) in zip(locals, used) where isUsed && !declared.contains(name) {
                guard let local = plan.locals[name] else { continue }
                declare(name, as: localName(name), type: local.type)
                let keyword = local.isMutable ? "var" : "let"
                declarations.append(
                    .line("\(keyword) \(localName(name)): \(context.swift(local.type))"))
            }
            return declarations + assignTuple(targets, value)
        }
        let values: String
        if case .tuple(let elements) = value.kind {
            let texts = zip(elements, used).filter(\.1).map { evaluated(translate($0.0)) }
            values = texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"
        } else {
            values = evaluated(translate(value))
        }
        let kept: [(String, Bool)] =
            if case .tuple = value.kind { zip(locals, used).filter(\.1) } else {
                Array(zip(locals, used))
            }
        let isMutable = locals.contains { plan.locals[$0]?.isMutable == true }
        let names = kept.map { name, isUsed -> String in
            guard isUsed else { return "_" }
            if isNew.first == true, let local = plan.locals[name] {
                declare(name, as: localName(name), type: local.type)
            }
            return self.names[name] ?? localName(name)
        }
        let pattern = names.count == 1 ? names[0] : "(\(names.joined(separator: ", ")))"
        let keyword = isNew.first == true ? (isMutable ? "var " : "let ") : ""
        return [.line("\(keyword)\(pattern) = \(values)")]
    }

    /// `q, k = mx.split(x, 2)`: the list is kept, its elements are named.
    private func assignElements(_ locals: [String], _ used: [Bool], of value: TypedExpression)
        -> [SwiftStatement]
    {
        let parts = names.values.contains("parts") ? "parts\(names.count)" : "parts"
        names["\(parts) of \(value.span.line)"] = parts
        var statements: [SwiftStatement] = [.line("let \(parts) = \(evaluated(translate(value)))")]
        let element = if case .list(let type) = value.type { type } else { PythonType.unknown }
        for (index, name) in locals.enumerated() where used[index] {
            let text = "\(parts)[\(index)]"
            if let local = plan.locals[name], !declared.contains(name) {
                declare(name, as: localName(name), type: local.type)
                guard local.type == element else {
                    report(
                        "tuple assignment", at: value.span, type: local.type,
                        "'\(name)' holds something else elsewhere")
                    continue
                }
                statements.append(
                    .line("\(local.isMutable ? "var" : "let") \(localName(name)) = \(text)"))
            } else {
                statements.append(.line("\(names[name] ?? localName(name)) = \(text)"))
            }
        }
        return statements
    }

    /// `B, L, D = x.shape`: only the dimensions that are used.
    func assignShape(_ locals: [String], _ used: [Bool], of array: TypedExpression)
        -> [SwiftStatement]
    {
        let base = present(array).receiver
        let kept = locals.enumerated().filter { used[$0.offset] }
        let isMutable = kept.contains { plan.locals[$0.element]?.isMutable == true }
        if kept.contains(where: { declared.contains($0.element) || plan.locals[$0.element] == nil })
        {
            report("tuple assignment", at: array.span, "some of the names are assigned before")
        }
        let names = kept.map { entry -> String in
            declare(entry.element, as: localName(entry.element), type: .integer)
            return localName(entry.element)
        }
        let values = kept.map { "\(base).dim(\($0.offset))" }
        guard !names.isEmpty else { return [] }
        let keyword = isMutable ? "var" : "let"
        if names.count == 1 { return [.line("\(keyword) \(names[0]) = \(values[0])")] }
        return [
            .line(
                "\(keyword) (\(names.joined(separator: ", "))) = (\(values.joined(separator: ", ")))"
            )
        ]
    }

    func translateAugmentedAssignment(
        _ target: TypedTarget, _ operation: BinaryOperator, _ value: TypedExpression,
        _ statement: TypedStatement
    ) -> [SwiftStatement] {
        let left: String
        switch target {
        case .local(let name, _): left = names[name] ?? localName(name)
        case .attribute(let name, _): left = naming.member(name)
        case .sliced(let base, let indices): left = translateSlice(base, indices).text
        case .element(let base, let index):
            left = "\(translate(base).receiver)[\(translate(index).text)]"
        case .tuple: left = "_"
        }
        guard [.add, .subtract, .multiply, .divide].contains(operation) else {
            report("'\(operation.rawValue)='", at: statement.span, "has no translation yet")
            return []
        }
        let type: PythonType? = target.type == .float ? .float : nil
        return [
            .line(
                "\(left) \(operation.rawValue)= \(evaluated(translate(value, as: type ?? value.type.unwrapped)))"
            )
        ]
    }
}
