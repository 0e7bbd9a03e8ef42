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
            if dropsAbsentKeywords(targets, value) || noteFunction(targets, value)
                || isLeadingChoice(targets, value)
            {
                return []
            }
            let truth = asNamedTruth(check(value), of: targets)
            let typed = takenApart(assigned(truth, to: targets), by: targets)
            if isIdleCall(typed) {
                let none = TypedExpression(.constant(.none), .none, span: value.span)
                return one(.expression(typed))
                    + one(.assign(targets: targets.map { assign($0, none) }, value: none))
            }
            if isDecoded(typed, targets) || isSame(typed, as: targets) { return [] }
            if targets.count == 1, let name = targets[0].simpleName,
                typed.copied?.kind == .local(name)
            {
                return one(.assign(targets: [.local(name, typed.type)], value: typed))
            }
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
            if let typed {
                noteReturnedParts(typed)
                noteMadeCaches(typed)
            }
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
                noteCaches(target, goingThrough: sequence)
                let bound = assign(
                    target, TypedExpression(sequence.kind, element, span: iterable.span))
                goneThrough.removeAll()
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
