import Operations
import PythonSyntax

extension FunctionChecker {
    func check(_ statements: [Statement]) -> [TypedStatement] {
        var typed: [TypedStatement] = []
        for (index, statement) in statements.enumerated() {
            splitRetypedLocal(at: index, of: statements)
            typed.append(next: check(statement))
            if typed.endsFlow { break }
        }
        return typed
    }

    /// The typed form of a statement, whichever exceptions it meets.
    func checkKind(of statement: Statement) -> [TypedStatement] {
        func one(_ kind: TypedStatementKind) -> [TypedStatement] {
            [TypedStatement(kind, span: statement.span)]
        }
        switch statement.kind {
        case .expression(let expression):
            if case .constant = expression.kind { return [] }
            if let (name, arguments) = expression.superInitializer {
                return checkSuperInitializer(name, arguments, span: statement.span)
            }
            if let (base, arguments) = expression.initializerOfClass,
                let typed = checkInitializer(of: base, arguments, span: statement.span)
            {
                return typed
            }
            if let removed = removedModule(expression) {
                let none = TypedExpression(.constant(.none), .none, span: statement.span)
                return one(.assign(targets: [assign(removed, none)], value: none))
            }
            let typed = check(expression)
            // A keyword that is taken out and not used.
            if case .local = typed.kind { return [] }
            return one(.expression(typed))
        case .assign(let targets, let value):
            if let absent = checkAbsentCaches(targets, value, span: statement.span) {
                return absent
            }
            if dropsAbsentKeywords(targets, value) || noteFunction(targets, value) { return [] }
            let truth = asNamedTruth(check(value), of: targets)
            let typed = takenApart(assigned(truth, to: targets), by: targets)
            if isDecoded(typed, targets) || isSame(typed, as: targets) { return [] }
            if targets.count == 1, let name = targets[0].simpleName, typed.kind == .local(name),
                case .call = value.kind
            {
                // A keyword that is read under its own name.
                return []
            }
            if case .classObject(let names) = typed.type, names.count == 1,
                targets.allSatisfy({ $0.simpleName != nil })
            {
                // The names are the class.
                for target in targets { _ = assign(target, typed) }
                return []
            }
            if isFixed(typed, targets, value), let name = targets[0].simpleName {
                // What reads it has the literal; the assignment stands for what a trace says of it.
                return one(.assign(targets: [.local(name, typed.type)], value: typed))
            }
            if targets.count == 1, let name = targets[0].simpleName { noteAlias(name, of: value) }
            return one(.assign(targets: targets.map { assign($0, typed) }, value: typed))
        case .annotatedAssign(let target, let annotation, let value?):
            let stated = program.type(
                ofAnnotation: annotation, named: target.lastComponent ?? "", in: module)
            let inferred = check(value)
            // What is always None is no more than that, whatever it could have been.
            let isNone =
                inferred.type == .none
                && function.definition.body.assignmentCount(of: target.simpleName ?? "") == 1
            // An empty list or dictionary says nothing about its elements; the annotation does.
            let type = isNone ? .none : inferred.type.joined(with: stated) ?? inferred.type
            let typed = TypedExpression(inferred.kind, type, span: inferred.span)
            return one(.assign(targets: [assign(target, typed)], value: typed))
        case .annotatedAssign(_, _, nil), .pass, .import, .importFrom:
            return []
        case .augmentedAssign(let target, let operation, let value):
            let current = check(target)
            let right = check(value)
            let type = binaryType(current.type, operation, right.type, at: statement.span)
            if let name = target.simpleName, current.type == .integer, type == .float,
                function.parameters.contains(where: { $0.name == name })
            {
                // The parameter's variable holds the sum as well.
                program.widen(name, of: function, with: .float)
            }
            let result = TypedExpression(
                .binary(current, operation, right), type, span: statement.span)
            return one(.augmentedAssign(target: assign(target, result), operation, value: right))
        case .return(let value):
            if function.declaredResult == .quantizationRule, let value {
                returned = .quantizationRule
                return one(.return(checkQuantizationRule(value)))
            }
            let typed = value.map { check($0) }
            if let typed { noteReturnedParts(typed) }
            noteReturn(typed?.type ?? .none, at: statement.span)
            return one(.return(typed))
        case .if(let test, let then, let otherwise):
            let (bindings, plain) = test.withoutLeadingBinding
            return check(bindings)
                + checkIf(plain, then, otherwise, span: statement.span)
        case .for(let target, let iterable, let body, _):
            let sequence = unpackingRows(check(iterable), into: target)
            let element = elementType(of: sequence.type)
            reportMissingElements(of: sequence)
            let typed = checkLoop {
                let bound = assign(
                    target, TypedExpression(sequence.kind, element, span: iterable.span))
                return (bound, check(body))
            }
            return one(.for(target: typed.0, iterable: sequence, body: typed.1))
        case .while(let test, let body, _):
            let typed = checkLoop { (check(test), check(body)) }
            return one(.while(test: typed.0, body: typed.1))
        case .try(let body, let handlers, let otherwise, let finally):
            return checkTry(body, handlers, otherwise + finally, span: statement.span)
        case .break:
            return one(.break)
        case .continue:
            return one(.continue)
        case .assert(let test, _):
            isThrowing = true
            let typed = check(test)
            narrowed.merge(narrowing(by: test).whenTrue) { _, new in new }
            return one(.assert(typed, source: test.pythonText))
        case .raise(let exception, _):
            isThrowing = true
            return one(checkRaise(exception))
        case .delete(let targets):
            return targets.flatMap { checkDelete($0, span: statement.span) }
        case .function(let definition) where definition.decorators.isEmpty && !definition.isAsync:
            return one(.function(checkLocalFunction(definition, span: statement.span)))
        default:
            report(
                statement.constructName, at: statement.span, "this statement is not supported",
                hint: "assignments, if, for, while, return, assert and raise are translated")
            return []
        }
    }

    /// `pad = pad`, perhaps of a test that is decided.
    private func isSame(_ value: TypedExpression, as targets: [Expression]) -> Bool {
        guard targets.count == 1, let name = targets[0].simpleName else { return false }
        return value.kind == .local(name) && locals[name] == value.type
    }

    /// `rank = self.rank` where the attribute has one value: the name stands for that value.
    private func isFixed(
        _ typed: TypedExpression, _ targets: [Expression], _ value: Expression
    ) -> Bool {
        guard case .constant(let constant) = typed.kind, case .attribute = value.kind,
            targets.count == 1, let name = targets[0].simpleName,
            function.definition.body.assignmentCount(of: name) == 1
        else { return false }
        fixedLocals[name] = constant
        return true
    }

    private func noteReturn(_ type: PythonType, at span: SourceSpan) {
        guard let known = returned else {
            returned = type
            return
        }
        // The package's generation takes logits by name: bare ones become an output where the other
        // branch gives one.
        let output = PythonType.library("LanguageModelOutput")
        if [known, type] == [.array, output] || [known, type] == [output, .array] {
            returned = output
        } else if let rows = program.rows(known, type) {
            returned = rows
        } else {
            returned = join(known, type, at: span)
        }
    }

    /// `del d[key]` removes an entry; `del name` ends the life of a value, which Swift does by itself.
    private func checkDelete(_ target: Expression, span: SourceSpan) -> [TypedStatement] {
        switch target.kind {
        case .name:
            return []
        case .subscript(let base, let index):
            let object = check(base)
            guard case .dictionary(_, let value) = object.type.unwrapped else { break }
            isThrowing = true
            let call = TypedCall(
                callee: .builtin("dict.pop"),
                arguments: [
                    TypedArgument(parameter: "self", value: object),
                    TypedArgument(parameter: "0", value: check(index)),
                ])
            return [
                TypedStatement(
                    .assign(
                        targets: [.local("_", value)],
                        value: TypedExpression(.call(call), value, span: span)), span: span)
            ]
        default:
            break
        }
        report("del statement", at: span, "only names and entries of dictionaries are deleted")
        return []
    }

    /// A function inside this one: it sees the locals that are known where it stands.
    private func checkLocalFunction(
        _ definition: FunctionDefinition, span: SourceSpan
    ) -> TypedFunction {
        let info = program.localFunction(definition, in: function, span: span)
        program.reach(info)
        localFunctions[definition.name] = info
        let checker = FunctionChecker(program: program, function: info, inside: self)
        let typed = checker.run()
        return typed
    }

    private func checkRaise(_ exception: Expression?) -> TypedStatementKind {
        guard let exception else { return .raise(exception: "Exception", message: nil) }
        if case .call(let callee, let arguments) = exception.kind {
            return .raise(
                exception: callee.lastComponent ?? "Exception",
                message: arguments.first.map { check($0.value) })
        }
        return .raise(exception: exception.lastComponent ?? "Exception", message: nil)
    }

    private func checkIf(
        _ test: Expression, _ then: [Statement], _ otherwise: [Statement], span: SourceSpan
    ) -> [TypedStatement] {
        let test = entryTest(test)
        let narrowing = narrowing(by: test)
        refuteTensor(testedBy: test)
        let typedTest = check(test)
        if let outcome = staticOutcome(typedTest) {
            narrowed.merge(outcome ? narrowing.whenTrue : narrowing.whenFalse) { _, new in new }
            return check(outcome ? then : otherwise)
        }
        let before = (locals, narrowed, absentCaches)
        narrowed.merge(narrowing.whenTrue) { _, new in new }
        let typedThen = withFact(test, true) { check(then) }
        let afterThen = (locals, narrowed, absentCaches)
        (locals, narrowed, absentCaches) = before
        narrowed.merge(narrowing.whenFalse) { _, new in new }
        let typedOtherwise = withFact(test, false) { check(otherwise) }
        let afterOtherwise = (locals, narrowed, absentCaches)

        switch (typedThen.endsFlow, typedOtherwise.endsFlow) {
        case (true, _): (locals, narrowed, absentCaches) = afterOtherwise
        case (_, true): (locals, narrowed, absentCaches) = afterThen
        default:
            // What a test has shown about a local holds behind it where both branches agree.
            let (first, second) = (
                known((afterThen.0, afterThen.1)), known((afterOtherwise.0, afterOtherwise.1))
            )
            joinAbsentCaches((afterThen.2, first), (afterOtherwise.2, second), span: span)
            locals = first.merging(second) { one, _ in one }
            for (name, type) in first {
                guard let other = second[name] else { continue }
                locals[name] = type.joined(with: other) ?? type
                if let common = commonLibraryProtocol(type, other) {
                    locals[name] = common
                    continue
                }
                // An instance that a test has shown is behind it what it was before.
                if case .library? = before.0[name]?.unwrapped, type.joined(with: other) == nil {
                    locals[name] = before.0[name]
                }
            }
            narrowed = afterThen.1.filter { afterOtherwise.1[$0.key] == $0.value }
        }
        return [
            TypedStatement(
                .if(test: typedTest, then: typedThen, otherwise: typedOtherwise), span: span)
        ]
    }

    /// The types of locals with what tests have shown of them.
    private func known(
        _ state: (locals: [String: PythonType], narrowed: [Expression: PythonType])
    ) -> [String: PythonType] {
        state.narrowed.reduce(into: state.locals) { types, entry in
            if let name = entry.key.simpleName, types[name] != nil { types[name] = entry.value }
        }
    }

    /// Checks a loop body twice, so that what one turn assigns is known to the next.
    private func checkLoop<Result>(_ body: () -> Result) -> Result {
        let before = locals
        narrowed = narrowed.filter { path, _ in path.narrowedRoot == selfName }
        _ = body()
        locals = before.merging(locals) { $0.joined(with: $1) ?? $0 }
        let result = body()
        locals = before.merging(locals) { $0.joined(with: $1) ?? $0 }
        return result
    }

    // MARK: Targets

    /// Binds a target to a value's type.
    func assign(_ target: Expression, _ value: TypedExpression) -> TypedTarget {
        narrowed = narrowed.filter { path, _ in
            path != target && (path.narrowedRoot != target.simpleName || target.simpleName == nil)
        }
        if let name = target.simpleName { absentCaches.remove(name) }
        switch target.kind {
        case .name(let name):
            let type = commonType(
                of: name,
                with: function.containerTypes[name].flatMap { value.type.joined(with: $0) }
                    ?? value.type)
            locals[name] = type
            noteRows(assigned: type, to: name)
            noteAbsentTuple(type)
            notePart(name, value, in: function)
            noteLocal(name, value)
            return .local(name, type)
        case .attribute(let base, let name) where base.simpleName == selfName && selfName != nil:
            if let inherited = assignInherited(name, value, target) { return inherited }
            assignAttribute(name, value, span: target.span)
            narrowed[target] = value.type.isOptional ? nil : value.type
            return .attribute(name, value.type)
        case .subscript(let base, let index):
            let typedBase = check(base)
            if index.hasSlice || typedBase.type == .array {
                checkHostAssignment(to: typedBase, span: target.span)
                return .sliced(typedBase, checkIndices(index))
            }
            let typedIndex = check(index)
            if case .library(let name) = typedBase.type.unwrapped,
                let indexed = program.indexedClass(
                    name, isPart: isPart(typedBase))
            {
                return .element(of: seen(typedBase, as: indexed), index: typedIndex)
            }
            widenElement(of: base, at: typedIndex.type, to: value.type)
            return .element(of: typedBase, index: typedIndex)
        case .attribute(let base, let name):
            return assignForeign(name, of: check(base), value, span: target.span)
        case .tuple(var elements), .list(var elements):
            let value = value.presentTuple
            if case .tuple(let parts) = value.type,
                let star = elements.firstIndex(where: { $0.isUnwantedRest }),
                parts.count >= elements.count - 1
            {
                // `*_, last = pair`: as many as there are beside the others, none of them wanted.
                let rest = Expression(.name("_"), span: elements[star].span)
                elements.replaceSubrange(
                    star...star,
                    with: Array(repeating: rest, count: parts.count - elements.count + 1))
            }
            if case .tuple(let parts) = value.type, parts.count != elements.count,
                !elements.contains(where: { if case .starred = $0.kind { true } else { false } })
            {
                report(
                    "assignment to \(elements.count) targets", at: target.span, type: value.type,
                    "the value has \(parts.count) parts")
            }
            return .tuple(
                elements.enumerated().map { position, element in
                    // `a, b, *_ = x.shape`: what follows is not wanted.
                    if case .starred(let rest) = element.kind, rest.simpleName == "_",
                        position == elements.count - 1
                    {
                        return .local("_", .unknown)
                    }
                    let type = elementType(of: value.type, at: position)
                    notePart(element, at: position, of: value)
                    return assign(element, TypedExpression(value.kind, type, span: element.span))
                })
        default:
            report(target.constructName, at: target.span, "cannot be assigned to")
            return .tuple([])
        }
    }

    private func assignAttribute(_ name: String, _ value: TypedExpression, span: SourceSpan) {
        guard let owner else { return }
        let type = value.type
        checkField(name, of: owner, isGiven: type, at: span)
        noteAbsence(of: name, filledWith: value)
        if !isInitializer {
            program.reassignedAttributes[owner.dottedName, default: []].insert(name)
        }
        noteAttribute(
            name, value,
            presence: isInitializer ? function.presence(ofAttribute: name) : .always)
        noteBranch(of: name, type)
        if type != .none {
            program.heldTypes["\(owner.dottedName).\(name)", default: []].insert(type.unwrapped)
        }
        if let known = owner.attributes[name]?.type,
            let either = alternatives(known, type, heldBy: name, of: owner)
        {
            if either != known { program.changed = true }
            owner.attributes[name]?.type = either
            return
        }
        if let known = owner.attributes[name]?.type {
            // Reported here; classes of one protocol are held as that protocol.
            let joined = join(known, type, at: span)
            if joined != known, known.joined(with: type) == nil {
                owner.attributes[name]?.type = joined
                program.changed = true
                return
            }
        }
        let presence = isInitializer ? function.presence(ofAttribute: name) : .always
        if owner.assign(name, type: type, span: span, presence: presence) { program.changed = true }
    }

    /// `list = []; list[i] = x` and `d = {}; d[k] = v` tell the element type.
    private func widenElement(of base: Expression, at index: PythonType, to type: PythonType) {
        guard case .name(let name) = base.kind, let known = locals[name] else { return }
        switch known {
        case .dictionary(_, value: .array) where type == .optional(.array):
            // Weights are arrays: loading them would fail for None.
            break
        case .list(let element):
            widen(name, to: .list(join(element, type, at: base.span)))
        case .dictionary(let key, let value):
            widen(
                name,
                to: .dictionary(
                    key: join(key, index.asKey, at: base.span),
                    value: join(value, type, at: base.span)))
        default:
            break
        }
    }

    /// Keeps what a list or dictionary holds for the next round, where it is made.
    func widen(_ name: String, to type: PythonType) {
        locals[name] = type
        guard function.containerTypes[name] != type else { return }
        function.containerTypes[name] = type
        program.changed = true
    }
}

extension [TypedStatement] {
    /// Adds what follows; a local that is set to `None` and at once to something else is set once.
    mutating func append(next statements: [TypedStatement]) {
        if let last, let first = statements.first, first.replacesNone(setBy: last) { removeLast() }
        self += statements
    }
}

extension TypedStatement {
    /// Whether the statement sets a local that the one before it has set to `None`, and does not ask for it:
    /// of `y = None`, `if y is None: y = f(x)` the last part is left.
    fileprivate func replacesNone(setBy previous: TypedStatement) -> Bool {
        guard case .assign(let before, let none) = previous.kind, none.kind == .constant(.none),
            case .assign(let after, let value) = kind, before.count == 1, after.count == 1,
            case .local(let name, _) = before[0], case .local(name, _) = after[0]
        else { return false }
        return !value.contains { $0.kind == .local(name) }
    }
}

extension FunctionInfo {
    /// Where `__init__` assigns an attribute: always, or under one test.
    func presence(ofAttribute name: String) -> Presence {
        func presence(in statements: [Statement]) -> Presence? {
            for statement in statements {
                switch statement.kind {
                case .assign(let targets, _):
                    if targets.contains(where: { $0.assignsSelf(name) }) { return .always }
                case .annotatedAssign(let target, _, _?):
                    if target.assignsSelf(name) { return .always }
                case .if(let test, let then, let otherwise):
                    switch (presence(in: then), presence(in: otherwise)) {
                    case (.always?, .always?): return .always
                    case (_?, nil): return .when(test, negated: false)
                    case (nil, _?): return .when(test, negated: true)
                    case (_?, _?): return .when(test, negated: false)
                    case (nil, nil): break
                    }
                case .for(_, _, let body, _):
                    if let inner = presence(in: body) { return inner }
                default:
                    break
                }
            }
            return nil
        }
        return presence(in: definition.body) ?? .always
    }
}

extension Expression {
    /// The name of a plain name.
    var simpleName: String? { if case .name(let name) = kind { name } else { nil } }

    fileprivate func assignsSelf(_ name: String) -> Bool {
        switch kind {
        case .attribute(let base, let attribute): attribute == name && base.simpleName == "self"
        case .tuple(let elements): elements.contains { $0.assignsSelf(name) }
        default: false
        }
    }

    var hasSlice: Bool {
        switch kind {
        case .slice, .constant(.ellipsis), .constant(.none): true
        case .tuple(let elements): elements.contains(where: \.hasSlice)
        default: false
        }
    }
}

extension Expression {
    /// `*_` among the targets of an assignment.
    fileprivate var isUnwantedRest: Bool {
        if case .starred(let rest) = kind { rest.simpleName == "_" } else { false }
    }
}
