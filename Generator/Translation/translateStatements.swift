import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// Translates a block; what it declares is out of scope behind it.
    ///
    /// - Parameter changing: values that tests have bound and that the block may change in place.
    func translateBlock(_ block: [TypedStatement], changing: [Binding] = []) -> [SwiftStatement] {
        var statements: [SwiftStatement] = []
        var index = 0
        let saved = (bound, storage, names)
        var isGuarded = false
        defer { if isGuarded { (bound, storage, names) = saved } }
        while index < block.count {
            let statement = block[index]
            statements += hoistedDeclarations(before: statement)
            if index + 1 < block.count, let search = translateSearch(statement, block[index + 1]) {
                statements += search
                index += 2
                continue
            }
            if let guarded = translateGuardedLocals(block[index...]) {
                statements.append(guarded.statement)
                isGuarded = true
                index += guarded.count
                continue
            }
            if let filled = translateFilledParameter(statement) {
                statements += filled
                isGuarded = true
                index += 1
                continue
            }
            if let guarded = translateGuard(statement, before: block[(index + 1)...]) {
                statements.append(guarded.statement)
                guarded.bindings.forEach(bind)
                isGuarded = true
                index += 1
                continue
            }
            statements += translate(statement) + storedAgain(changing, after: statement)
            index += 1
        }
        return statements
    }

    /// A block in which some paths are bound.
    func translateBlock(_ block: [TypedStatement], binding: [Binding]) -> [SwiftStatement] {
        let saved = (bound, storage, declared)
        defer { (bound, storage, declared) = saved }
        for entry in binding { bind(entry) }
        return translateBlock(block, changing: binding)
    }

    func translate(_ statement: TypedStatement) -> [SwiftStatement] {
        let translated = translateKind(of: statement)
        noteBindings(of: statement, as: translated)
        return context.tellsUnread ? tellingUnread(statement, translated) : translated
    }

    private func translateKind(of statement: TypedStatement) -> [SwiftStatement] {
        switch statement.kind {
        case .expression(let value):
            let call = evaluated(translate(value))
            // What is taken out of a function's keywords is a name here.
            if call.allSatisfy({ $0.isLetter || $0.isNumber }) { return [] }
            return [.line(value.isUnusedTensor ? "_ = \(call)" : call)]
        case .assign(let targets, let value):
            if !isInitializer, targets.count == 1, case .local = targets[0],
                let branches = translateBranches(
                    of: value, in: statement,
                    assigning: { .assign(targets: targets, value: $0) })
            {
                return branches
            }
            return translateAssignment(targets, value)
        case .augmentedAssign(let target, let operation, let value):
            return translateAugmentedAssignment(target, operation, value, statement)
        case .return(nil):
            return [.line("return")]
        case .return(let value?) where function.result == .none && value.kind == .constant(.none):
            return [.line("return")]
        case .return(let value?):
            if case .conditional(let test, let then, let otherwise) = value.kind,
                case .isInstance = test.kind
            {
                // Each class has its own value.
                let branches = [then, otherwise].map {
                    TypedStatement(.return($0), span: value.span)
                }
                return translateIf(statement, test, [branches[0]], [branches[1]])
            }
            if let branches = translateBranches(
                of: value, in: statement, assigning: { .return($0) })
            {
                return branches
            }
            return bindConfigurations(in: value) + [
                .line("return \(evaluated(translate(value, as: function.result)))")
            ]
        case .if(let test, let then, let otherwise):
            return translateIf(statement, test, then, otherwise)
        case .for(let target, let iterable, let body):
            return translateFor(target, iterable, body, at: statement)
        case .while(let test, let body):
            return [.while(condition: evaluated(condition(test)), body: translateBlock(body))]
        case .try(let body, let handlers):
            return translateTry(body, handlers, span: statement.span)
        case .function(let local): return [translateLocalFunction(local)]
        case .break: return [.line("break")]
        case .continue: return [.line("continue")]
        case .assert(let test, let source):
            let text = "\(condition(test).text), \(source.swiftLiteral)"
            guard canThrow else {
                guard let failure = failedResult("AssertionError", source.swiftLiteral) else {
                    return [.line("precondition(\(text))")]
                }
                return [.guard(conditions: condition(test).text, otherwise: failure)]
            }
            isThrowing = true
            return [.line("try require(\(text))")]
        case .raise(let exception, let message):
            let text = message.map { translateMessage($0) } ?? SwiftExpression("\"\"")
            guard canThrow else {
                return failedResult(exception, text.text)
                    ?? [.line("preconditionFailure(\(text.text))")]
            }
            isThrowing = true
            let failure = SwiftExpression(
                "PythonFailure.raised(\(exception.swiftLiteral), \(text.text))",
                isThrowing: text.isThrowing)
            return [.line("throw \(failure.evaluated)")]
        }
    }

    /// What a forward pass returns where Python raises: arrays that report the error when they are evaluated.
    /// `nil` where the result is no such value.
    private func failedResult(_ exception: String, _ message: String) -> [SwiftStatement]? {
        let array = "MLXArray.raised(\(exception.swiftLiteral), \(message))"
        switch function.result {
        case .array, .optional(.array): return [.line("return \(array)")]
        case .library("LanguageModelOutput"):
            return [.line("return LanguageModelOutput(logits: \(array))")]
        case .tuple(let elements) where elements.allSatisfy({ $0.unwrapped == .array }):
            let values = elements.map { _ in "failed" }.joined(separator: ", ")
            return [.line("let failed = \(array)"), .line("return (\(values))")]
        default: return nil
        }
    }

    /// The text of an error, in which any value may stand.
    private func translateMessage(_ message: TypedExpression) -> SwiftExpression {
        if case .formattedString(let parts) = message.kind {
            return translateFormatted(parts, isMessage: true)
        }
        return translate(message)
    }

    /// A function inside this one; it sees what is declared here so far.
    private func translateLocalFunction(_ local: TypedFunction) -> SwiftStatement {
        let inner = FunctionTranslator(local, owner: owner, module: module, context: context)
        inner.canThrow = canThrow
        inner.names.merge(names) { own, _ in own }
        inner.storage.merge(storage) { own, _ in own }
        inner.bound = bound
        inner.localFunctions = localFunctions
        let body = inner.translateBody()
        localFunctions[local.name] = (local, inner.isThrowing)
        innerFunctions += inner.translated(as: naming.member(local.name))
        let parameters = local.parameters.enumerated().map { position, parameter in
            translateParameter(parameter, position: position, translator: inner)
        }.joined(separator: ", ")
        let result = local.result == .none ? "" : " -> \(context.swift(local.result))"
        let throwing = inner.isThrowing ? " throws" : ""
        return .closure(
            opening: "func \(naming.member(local.name))(\(parameters))\(throwing)\(result)",
            body: body.count == 1 ? body.map(\.withoutReturn) : body)
    }

    /// The text of an expression at the start of a statement, with `try` if it needs one.
    func evaluated(_ expression: SwiftExpression) -> String {
        if expression.isThrowing { isThrowing = true }
        return expression.evaluated
    }

    // MARK: Declarations in front

    /// Declarations of locals whose first assignment is inside the statement, but not all uses.
    func hoistedDeclarations(before statement: TypedStatement) -> [SwiftStatement] {
        let hoisted = plan.locals.filter {
            $0.value.hoistedBefore == statement && !declared.contains($0.key)
                && $0.key.withoutSplitMark != "_"
        }
        .sorted { $0.key < $1.key }
        guard !(hoisted.count == 1 && isConditionalAssignment(statement, of: hoisted[0].key)) else {
            return []
        }
        return hoisted.map { name, local in
            let swiftName = localName(name)
            reportConflict(name, local, at: statement.span)
            if local.isAlwaysAssigned {
                declare(name, as: swiftName, type: local.type)
                return .line(
                    "\(local.isMutable ? "var" : "let") \(swiftName): \(context.swift(local.type))")
            }
            // Python would fail on a read before the assignment; Swift needs some value.
            let type = local.type == .mask ? local.type : local.type.madeOptional
            declare(name, as: swiftName, type: type)
            let initial = type == .mask ? ".none" : "nil"
            return .line("var \(swiftName): \(context.swift(type)) = \(initial)")
        }
    }

    /// Whether both branches of an `if` do nothing but assign one local.
    func isConditionalAssignment(_ statement: TypedStatement, of name: String) -> Bool {
        guard case .if(_, let then, let otherwise) = statement.kind else { return false }
        return then.soleAssignment(of: name) != nil && otherwise.soleAssignment(of: name) != nil
    }

    /// `x = None; for i, v in enumerate(xs): if test(v): x = i; break` → `firstIndex`.
    func translateSearch(_ first: TypedStatement, _ second: TypedStatement)
        -> [SwiftStatement]?
    {
        guard let search = indexSearch(first, second) else { return nil }
        let sequence = present(search.sequence)
        let text = withBound(search.element) { pattern in
            quantified(sequence, "firstIndex", pattern, condition(search.test))
        }
        switch search.target {
        case .attribute(let name, _):
            guard isEmitted(attribute: name) else { return [] }
            return assignAttribute(name, text)
        case .local(let name, _):
            declare(name, as: localName(name), type: .optional(.integer))
            return [.line("let \(localName(name)) = \(evaluated(text))")]
        default:
            return nil
        }
    }
}

/// A search for the first element that satisfies a test; its position goes to the target.
struct IndexSearch {
    let target: TypedTarget
    let element: TypedTarget
    let sequence: TypedExpression
    let test: TypedExpression
}

/// The search that two statements are: `x = None; for i, v in enumerate(xs): if test(v): x = i; break`.
func indexSearch(_ first: TypedStatement, _ second: TypedStatement) -> IndexSearch? {
    guard case .assign(let targets, let none) = first.kind, targets.count == 1,
        none.kind == .constant(.none),
        case .for(let loopTarget, let iterable, let body) = second.kind,
        case .tuple(let pair) = loopTarget, pair.count == 2,
        case .local(let indexName, _) = pair[0],
        case .call(let call) = iterable.kind, call.callee == .builtin("enumerate"),
        body.count == 1, case .if(let test, let then, let otherwise) = body[0].kind,
        otherwise.isEmpty, then.count == 2, then[1].kind == .break,
        case .assign(let inner, let found) = then[0].kind, inner.count == 1,
        inner[0].isSamePlace(as: targets[0]), found.kind == .local(indexName)
    else { return nil }
    switch targets[0] {
    case .attribute, .local: break
    default: return nil
    }
    return IndexSearch(
        target: targets[0], element: pair[1], sequence: call.arguments[0].value, test: test)
}

extension TypedTarget {
    /// Whether both assign the same name or attribute, whatever the types.
    fileprivate func isSamePlace(as other: TypedTarget) -> Bool {
        switch (self, other) {
        case (.local(let a, _), .local(let b, _)), (.attribute(let a, _), .attribute(let b, _)):
            a == b
        default: false
        }
    }
}

extension TypedTarget {
    /// The type of what the target holds after the assignment, for a name or an attribute.
    var type: PythonType? {
        switch self {
        case .local(_, let type), .attribute(_, let type): type
        default: nil
        }
    }

    /// The type with which a name is assigned.
    func type(of name: String) -> PythonType? {
        switch self {
        case .local(name, let type): type
        case .tuple(let targets): targets.lazy.compactMap { $0.type(of: name) }.first
        default: nil
        }
    }
}

extension [TypedStatement] {
    /// The type that holds whatever the block and its inner blocks assign to a local.
    func assignedType(of name: String) -> PythonType {
        reduce(.unknown) { type, statement in
            let targets: [TypedTarget] =
                switch statement.kind {
                case .assign(let targets, _): targets
                case .augmentedAssign(let target, _, _): [target]
                case .for(let target, _, _): [target]
                default: []
                }
            let own = targets.compactMap { $0.type(of: name) }
            let inner = statement.blocks.map { $0.assignedType(of: name) }
            return (own + inner).reduce(type) { $0.joined(with: $1) ?? $0 }
        }
    }

    /// The value, if the block is one assignment to one local.
    func soleAssignment(of name: String) -> TypedExpression? {
        guard count == 1, case .assign(let targets, let value) = self[0].kind, targets.count == 1,
            case .local(name, _) = targets[0]
        else { return nil }
        return value
    }
}

extension TypedExpression {
    /// The array whose `shape`, or leading dimensions `shape[:count]`, the expression is.
    func takenApartShape(count: Int) -> TypedExpression? {
        switch kind {
        case .shape(let array): return array
        case .sliced(let base, let indices):
            guard case .shape(let array) = base.kind, indices.count == 1,
                case .slice(nil, let upper?, nil) = indices[0],
                upper.kind == .constant(.integer(count))
            else { return nil }
            return array
        default: return nil
        }
    }

    /// Whether evaluating does more than give a value: any call may, but one that makes an empty set.
    var hasEffects: Bool {
        contains {
            guard case .call(let call) = $0.kind else { return false }
            return !(call.callee == .builtin("set") && call.arguments.isEmpty)
        }
    }

    /// Whether a call stands for what it does alone, and Swift would warn of what it gives.
    ///
    /// What takes values out of lists and dictionaries may be ignored in Swift too.
    var isUnusedTensor: Bool {
        guard case .call(let call) = kind else { return false }
        switch call.callee {
        case .builtin: return false
        case .operation:
            switch call.arguments.first?.value.type {
            case .list, .dictionary, .library("WeightTree"): return false
            default: break
            }
        case .function, .method, .localFunction:
            if call.arguments.contains(where: \.isChanged) { return type != .none }
        case .initializer: break
        }
        return type.holdsTensor
    }

    /// Whether Swift cannot tell the type from the text: an empty list, or `nil`.
    var needsAnnotation: Bool {
        switch kind {
        case .constant(.none): true
        case .list(let elements): elements.isEmpty
        // A literal alone would be a dictionary that does not keep its order.
        case .dictionary: true
        case .conditional(_, let then, let otherwise):
            // `nil` takes the type of what stands beside it.
            [then, otherwise].contains { $0.kind != .constant(.none) && $0.needsAnnotation }
        default: false
        }
    }
}

extension PythonType {
    fileprivate var holdsTensor: Bool {
        switch self {
        case .array: true
        case .optional(let wrapped): wrapped.holdsTensor
        case .tuple(let elements): elements.contains(where: \.holdsTensor)
        default: false
        }
    }
}
