import Analysis
import Operations
import PythonSyntax

/// Assignments to several targets at once.
extension FunctionTranslator {
    func assignTuple(_ targets: [TypedTarget], _ given: TypedExpression) -> [SwiftStatement] {
        let value = given.presentTuple
        let locals = targets.compactMap { target -> String? in
            if case .local(let name, _) = target { name } else { nil }
        }
        guard locals.count == targets.count else { return assignPattern(targets, value) }
        if case .tuple(let elements) = value.kind, elements.count == locals.count,
            zip(locals, elements).allSatisfy({ sameInteger($0, $1) != nil })
        {
            return zip(locals, elements).flatMap { assignLocal($0, $1) }
        }
        let used = locals.map {
            plan.readNames.contains($0) && $0 != "_" && plan.locals[$0]?.type != PythonType.none
        }
        for name in locals where plan.locals[name]?.type == PythonType.none {
            declare(name, as: localName(name), type: .none)
        }
        let isNew = locals.enumerated().filter { used[$0.offset] }.map {
            plan.locals[$0.element] != nil && !declared.contains($0.element)
        }
        if let array = value.takenApartShape(count: locals.count) {
            return assignShape(locals, used, of: array)
        }
        if value.type.isList || value.type.unwrapped == .array {
            return assignElements(locals, used, of: value)
        }
        guard case .tuple = value.type else {
            report(
                "tuple assignment", at: value.span, type: value.type,
                "only a tuple, a list, an array or a shape can be taken apart")
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
        if case .tuple(let elements) = value.kind, elements.contains(where: \.needsAnnotation) {
            return zip(targets, elements).flatMap { translateAssignment(to: $0, $1) }
        }
        let values: String
        if case .tuple(let elements) = value.kind {
            let texts = zip(elements, used).filter(\.1).map { evaluated(translate($0.0)) }
            if texts.isEmpty { return [] }
            values = texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"
        } else {
            values = evaluated(translate(value))
        }
        let kept: [(String, Bool)] =
            if case .tuple = value.kind { zip(locals, used).filter(\.1) } else {
                Array(zip(locals, used))
            }
        let isMutable = zip(locals, used).contains { $1 && plan.locals[$0]?.isMutable == true }
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

    /// `x, cache[0] = f()` and `x, (a, b) = f()`: what is new is declared in front.
    private func assignPattern(_ targets: [TypedTarget], _ value: TypedExpression)
        -> [SwiftStatement]
    {
        let value = value.elements(count: targets.count) ?? value
        guard case .tuple = value.type else {
            report(
                "tuple assignment", at: value.span, type: value.type,
                "only a tuple can be taken apart into these")
            return []
        }
        let values = evaluated(translate(value))
        let names = targets.flatMap(\.localNames).filter { $0 != "_" }
        let areAllNew =
            targets.allSatisfy(\.isPlain)
            && names.allSatisfy {
                plan.readNames.contains($0) && plan.locals[$0] != nil && !declared.contains($0)
            }
        var statements: [SwiftStatement] = []
        for name in names where !declared.contains(name) {
            guard let local = plan.locals[name], plan.readNames.contains(name) else { continue }
            declare(name, as: localName(name), type: local.type)
            guard !areAllNew else { continue }
            statements.append(
                .line(
                    "\(local.isMutable ? "var" : "let") \(localName(name)): \(context.swift(local.type))"
                ))
        }
        func pattern(_ target: TypedTarget) -> String {
            switch target {
            case .local(let name, _):
                name == "_" || !plan.readNames.contains(name)
                    ? "_" : self.names[name] ?? localName(name)
            case .tuple(let inner): "(\(inner.map(pattern).joined(separator: ", ")))"
            case .attribute(let name, _): assignedProperty(name)
            case .member(let base, let name, _):
                "\(present(base).receiver).\(swiftAttribute(name, of: base))"
            case .libraryMember(let base, let swift, _): member(of: base, swift).text
            case .element(let base, let index):
                "\(present(base).receiver)[\(translate(index, as: base.keyType).text)]"
            case .sliced(let base, let indices): translateSlice(base, indices).text
            }
        }
        let isMutable = names.contains { plan.locals[$0]?.isMutable == true }
        let keyword = areAllNew ? (isMutable ? "var " : "let ") : ""
        return statements + [
            .line("\(keyword)(\(targets.map(pattern).joined(separator: ", "))) = \(values)")
        ]
    }

    /// `q, k = mx.split(x, 2)`: the list is kept, its elements are named; an array's are its parts along the first axis.
    private func assignElements(_ locals: [String], _ used: [Bool], of value: TypedExpression)
        -> [SwiftStatement]
    {
        let taken = Set(names.values)
        let numbered = (2...).lazy.map { "parts\($0)" }
        let parts = taken.contains("parts") ? numbered.first { !taken.contains($0) }! : "parts"
        names["\(parts) of \(value.span.line)"] = parts
        let isArray = value.type.unwrapped == .array
        var list = isArray ? present(value) : translate(value)
        if canThrow, isArray || value.isListOfAnyLength {
            list = SwiftExpression("\(list.receiver).unpacked(\(locals.count))", isThrowing: true)
        } else if isArray {
            list = SwiftExpression(
                "\(list.receiver).unpackedParts(\(locals.count))", isThrowing: list.isThrowing)
        }
        var statements: [SwiftStatement] = [.line("let \(parts) = \(evaluated(list))")]
        let element: PythonType = if case .list(let type) = value.type { type } else { .array }
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
        let base = present(array)
        let kept = locals.enumerated().filter { used[$0.offset] }
        guard !kept.isEmpty else { return [] }
        func dimension(_ index: Int) -> SwiftExpression {
            SwiftExpression("\(base.receiver).dim(\(index))", isThrowing: base.isThrowing)
        }
        if kept.contains(where: { declared.contains($0.element) || plan.locals[$0.element] == nil })
        {
            // Some of the names have been assigned before.
            let shape = TypedExpression(.shape(array), .list(.integer), span: array.span)
            return kept.flatMap { index, name -> [SwiftStatement] in
                let position = TypedExpression(
                    .constant(.integer(index)), .integer, span: array.span)
                return assignLocal(
                    name,
                    TypedExpression(
                        .element(of: shape, index: position), .integer, span: array.span))
            }
        }
        let isMutable = kept.contains { plan.locals[$0.element]?.isMutable == true }
        let names = kept.map { entry -> String in
            declare(entry.element, as: localName(entry.element), type: .integer)
            return localName(entry.element)
        }
        let keyword = isMutable ? "var" : "let"
        if names.count == 1 {
            return [.line("\(keyword) \(names[0]) = \(evaluated(dimension(kept[0].offset)))")]
        }
        let values = kept.map { dimension($0.offset).text }.joined(separator: ", ")
        let value = evaluated(SwiftExpression("(\(values))", isThrowing: base.isThrowing))
        return [.line("\(keyword) (\(names.joined(separator: ", "))) = \(value)")]
    }
}

extension TypedTarget {
    /// Whether the target consists of locals only.
    fileprivate var isPlain: Bool {
        switch self {
        case .local: true
        case .tuple(let targets): targets.allSatisfy(\.isPlain)
        default: false
        }
    }
}

extension TypedExpression {
    /// The elements of a list with a name, one by one; `nil` of anything else.
    fileprivate func elements(count: Int) -> TypedExpression? {
        guard case .list(let element) = type, path != nil else { return nil }
        let parts = (0..<count).map { position in
            let index = TypedExpression(.constant(.integer(position)), .integer, span: span)
            return TypedExpression(.element(of: self, index: index), element, span: span)
        }
        return TypedExpression(.tuple(parts), .tuple(parts.map(\.type)), span: span)
    }

    /// Whether only the list itself tells how long it is: what a call gives is as long as its arguments say.
    fileprivate var isListOfAnyLength: Bool {
        switch kind {
        case .local, .attribute, .element, .shape: true
        case .call(let call): call.callee == .builtin("array.tolist")
        default: false
        }
    }
}
