import Analysis
import Operations

extension FunctionTranslator {
    /// `a if test else b`
    func translateConditional(
        _ test: TypedExpression, _ then: TypedExpression, _ otherwise: TypedExpression,
        _ whole: TypedExpression
    ) -> SwiftExpression {
        let test = named(test)
        if let element = chosenElement(test, then, otherwise, whole) { return element }
        if let (subject, isPresent) = test.presenceTest,
            let chained =
                isPresent
                ? chain(subject, present: then, absent: otherwise, whole.type)
                : chain(subject, present: otherwise, absent: then, whole.type)
        {
            return chained
        }
        if let element = chainedElement(test, then, otherwise, whole.type) { return element }
        if case .isInstance(let subject, let type) = test.kind, !context.isReplaced(type),
            let chained = chain(subject, as: type, then, otherwise: otherwise, whole.type)
        {
            return chained
        }
        var values = (translate(then, as: whole.type), translate(otherwise, as: whole.type))
        if whole.type == .numberOrArray {
            return mixed(
                condition(test), (then, translate(then)), (otherwise, translate(otherwise)))
        }
        if whole.type == .dtype { values.0 = values.0.qualified(by: "DType") }
        if whole.type.isProtocol, then.type != otherwise.type,
            then.type.unwrapped != whole.type.unwrapped
        {
            // Two classes of one protocol: Swift has to be told which.
            values.0 = SwiftExpression(
                "\(values.0.text) as \(context.swift(whole.type))", .cast,
                isThrowing: values.0.isThrowing)
        }
        let tested = condition(test)
        return SwiftExpression(
            "\(tested.operand(.disjunction)) ? \(values.0.text) : \(values.1.text)", .ternary,
            isThrowing: tested.isThrowing || values.0.isThrowing || values.1.isThrowing)
    }

    /// `test ? NumberOrArray.array(x) : .number(0)`
    private func mixed(
        _ test: SwiftExpression, _ first: (TypedExpression, SwiftExpression),
        _ second: (TypedExpression, SwiftExpression)
    ) -> SwiftExpression {
        func wrapped(_ value: TypedExpression, _ text: SwiftExpression) -> String {
            "\(value.type == .array ? ".array" : ".number")(\(text.text))"
        }
        return SwiftExpression(
            "\(test.operand(.disjunction)) ? NumberOrArray\(wrapped(first.0, first.1)) : \(wrapped(second.0, second.1))",
            .ternary,
            isThrowing: test.isThrowing || first.1.isThrowing || second.1.isThrowing)
    }

    /// What only values of one class have, `(layer as? SlidingLayer)?.window ?? 0`.
    private func chain(
        _ subject: TypedExpression, as type: PythonType, _ then: TypedExpression,
        otherwise: TypedExpression, _ whole: PythonType
    ) -> SwiftExpression? {
        let owner: TypedExpression
        let property: String
        switch (then.kind, type) {
        case (.attribute(let object, let name), .instance(let className)):
            owner = object
            property = context.property(name, of: className)
        case (.property(let object, let name), .instance):
            owner = object
            property = context.propertyName(name, of: type)
        case (.libraryAttribute(let object, let swift), .library):
            owner = object
            property = swift
        default: return nil
        }
        guard case .downcast(let value, type, isForced: true) = owner.kind, value == subject,
            !then.type.isOptional, !whole.isOptional
        else { return nil }
        let cast = TypedExpression(
            .downcast(subject, type, isForced: false), type.madeOptional, span: owner.span)
        let held = SwiftExpression("(\(translate(cast).text))?.\(property)")
        return held.infix("??", translate(otherwise, as: whole), .nilCoalescing)
    }

    /// `x if x is not None else y` as `x ?? y`, and `f(x) if x is not None else None` as `x.map { f($0) }`.
    private func chain(
        _ subject: TypedExpression, present: TypedExpression, absent: TypedExpression,
        _ type: PythonType
    ) -> SwiftExpression? {
        let stored = storageType(subject)
        guard case .optional(let held) = stored, held != .json else { return nil }
        guard let path = subject.bindingKey, bound[path] == nil else { return nil }
        let value = translateUnconverted(subject)
        if let member = optionalMember(
            of: value, at: path, in: present, or: absent, as: type)
        {
            return member
        }
        if present.bindingKey == path {
            guard type.unwrapped == held else { return nil }
            return absent.type == .none
                ? value : value.infix("??", translate(absent, as: type), .nilCoalescing)
        }
        guard absent.type == .none, !present.type.isOptional,
            present.contains(where: { $0.bindingKey == path }),
            !present.contains(where: { $0.bindingKey == path && $0.type.unwrapped != held })
        else { return nil }
        bound[path] = SwiftExpression("$0")
        defer { bound[path] = nil }
        let body = translate(present, as: type.unwrapped)
        guard !body.text.contains("{") else { return nil }
        let mapped = SwiftExpression(
            "\(value.receiver).map { \(body.evaluated) }", isThrowing: body.isThrowing)
        // A mask has a case of its own for None.
        return type == .mask
            ? mapped.infix("??", SwiftExpression("AttentionMask.none"), .nilCoalescing) : mapped
    }

    /// `cache[i] if i is not None else cache[0]` as `cache[i ?? 0]`.
    private func chosenElement(
        _ test: TypedExpression, _ then: TypedExpression, _ otherwise: TypedExpression,
        _ whole: TypedExpression
    ) -> SwiftExpression? {
        guard let (subject, _) = test.presenceTest,
            case .element(let base, let first) = then.kind,
            case .element(let other, let second) = otherwise.kind, base.path != nil,
            base.path == other.path, base.type == other.type, case .list = base.type.unwrapped,
            first.type == second.type, first.isPlainIndex, second.isPlainIndex,
            [first, second].contains(where: { $0.isRead(like: subject) })
        else { return nil }
        let index = TypedExpression(
            .conditional(test: test, then: first, otherwise: second), first.type, span: whole.span)
        return translateUnconverted(
            TypedExpression(.element(of: base, index: index), whole.type, span: whole.span))
    }

    /// `cache[0] if cache is not None and cache[0] is not None else zeros` as `cache?[0] ?? zeros`.
    private func chainedElement(
        _ test: TypedExpression, _ then: TypedExpression, _ otherwise: TypedExpression,
        _ type: PythonType
    ) -> SwiftExpression? {
        let tests = test.conjuncts.compactMap(\.presenceTest)
        guard tests.count == 2, test.conjuncts.count == 2, tests.allSatisfy(\.isPresent),
            case .element(let base, _) = tests[1].subject.kind,
            let path = base.path, path == tests[0].subject.path,
            then.isRead(like: tests[1].subject),
            optionalElement(of: base.type) != nil, storageType(tests[0].subject).isOptional
        else { return nil }
        let element = TypedExpression(then.kind, then.type.madeOptional, span: then.span)
        let absent = TypedExpression(.constant(.none), .none, span: then.span)
        guard
            let value = chain(
                tests[0].subject, present: element, absent: absent, then.type.madeOptional)
        else { return nil }
        return otherwise.type == .none
            ? value : value.infix("??", translate(otherwise, as: type), .nilCoalescing)
    }

    /// `x.offset if x is not None else 0` as `x?.offset ?? 0`.
    private func optionalMember(
        of value: SwiftExpression, at path: String, in present: TypedExpression,
        or absent: TypedExpression, as type: PythonType
    ) -> SwiftExpression? {
        let isAbsent = absent.type == .none
        let isCast = present.contains {
            guard case .downcast(let base, let type, isForced: true) = $0.kind else { return false }
            return base.path == path && storageType(base).unwrapped != type
        }
        guard value.precedence == .primary, !value.isThrowing, !isCast, type != .mask,
            isAbsent || !present.type.isOptional && !type.isOptional
        else { return nil }
        let link = "\(value.text)?"
        bound[path] = SwiftExpression(link)
        defer { bound[path] = nil }
        let chained = translate(present, as: isAbsent ? present.type : type)
        let rest = chained.text.dropFirst(link.count)
        guard chained.precedence == .primary, !chained.isThrowing,
            chained.text.hasPrefix(link), rest.first == "." || rest.first == "[",
            !rest.contains(link)
        else { return nil }
        bound[path] = nil
        return isAbsent ? chained : chained.infix("??", translate(absent, as: type), .nilCoalescing)
    }

    /// `y = a if test else b` as an `if` where Swift binds what one of the branches reads:
    /// `let y = if let lmHead { lmHead(x) } else { … }`.
    ///
    /// - Parameter assigning: the statement of a branch.
    func translateBranches(
        of value: TypedExpression, in statement: TypedStatement,
        assigning: (TypedExpression) -> TypedStatementKind
    ) -> [SwiftStatement]? {
        guard case .conditional(let test, let then, let otherwise) = value.kind else { return nil }
        let blocks = [then, otherwise].map {
            [TypedStatement(assigning($0), span: statement.span)]
        }
        guard bindsMore(test, blocks[0], blocks[1], value) else { return nil }
        let whole = TypedStatement(
            .if(test: test, then: blocks[0], otherwise: blocks[1]), span: statement.span)
        return translateIf(whole, test, blocks[0], blocks[1])
    }

    private func bindsMore(
        _ test: TypedExpression, _ then: [TypedStatement], _ otherwise: [TypedStatement],
        _ value: TypedExpression
    ) -> Bool {
        if attributes(madeUnder: test, outcome: true, readIn: then) != nil
            || attributes(madeUnder: test, outcome: false, readIn: otherwise) != nil
        {
            return true
        }
        guard case .conditional(_, let first, let second) = value.kind else { return false }
        if test.conjuncts.count > 1 {
            let bindsOne = test.conjuncts.contains {
                guard let (subject, isPresent) = $0.presenceTest, isPresent else { return false }
                return binds(subject, in: then)
            }
            return bindsOne && chainedElement(test, first, second, value.type) == nil
        }
        let test = named(test)
        guard let (subject, isPresent) = test.presenceTest,
            binds(subject, in: isPresent ? then : otherwise),
            chosenElement(test, first, second, value) == nil
        else { return false }
        return chain(
            subject, present: isPresent ? first : second, absent: isPresent ? second : first,
            value.type) == nil
    }
}

extension FunctionTranslator {
    /// Whether a block reads what a test can bind, and keeps it.
    private func binds(_ subject: TypedExpression, in block: [TypedStatement]) -> Bool {
        binding(subject, in: block) != nil
            && !block.contains { subject.path.map($0.assigns) ?? false }
    }
}

extension TypedExpression {
    /// What a test asks to be there, or not: `x is not None`, `if cache:`, `not cache`.
    var presenceTest: (subject: TypedExpression, isPresent: Bool)? {
        switch kind {
        case .isNone(let subject, let negated): return (subject, negated)
        case .unary(.not, let operand):
            return operand.presenceTest.map { ($0.subject, !$0.isPresent) }
        default: break
        }
        switch type {
        case .optional(.library("RoPEScaling")), .optional(.library("WeightTree")): return nil
        case .optional(.instance), .optional(.library), .optional(.either): return (self, true)
        default: return nil
        }
    }

    /// Whether the expression reads the same element of the same thing, `cache[0]`.
    func isRead(like other: TypedExpression) -> Bool {
        if let path, path == other.path { return true }
        guard case .element(let base, let index) = kind,
            case .element(let otherBase, let otherIndex) = other.kind
        else { return false }
        return base.isRead(like: otherBase) && index.kind == otherIndex.kind
    }
}

extension TypedExpression {
    /// Whether the expression is an index that Swift takes as it is: a name, or a number that does not count
    /// from the end.
    fileprivate var isPlainIndex: Bool {
        if case .constant(.integer(let number)) = kind { number >= 0 } else { path != nil }
    }
}

extension PythonType {
    /// Whether Swift holds values of the type as those of a protocol.
    fileprivate var isProtocol: Bool {
        switch unwrapped {
        case .library, .either: true
        default: false
        }
    }
}
