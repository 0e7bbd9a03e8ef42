import Operations
import PythonSyntax

/// `try` and `except`, for the errors that plain Python raises.
extension FunctionChecker {
    /// The exceptions that Swift can tell apart.
    private static let knownExceptions: Set<String> = [
        "ValueError", "IndexError", "ZeroDivisionError", "OverflowError", "AssertionError",
        "RuntimeError", "NotImplementedError",
    ]

    /// The functions of Python that raise none but these, and for which Swift throws the same.
    private static let knownFunctions: Set<String> = ["len", "int", "range", "abs", "bool", "str"]

    func checkTry(
        _ body: [Statement], _ handlers: [ExceptionHandler], _ rest: [Statement], span: SourceSpan
    ) -> [TypedStatement] {
        guard rest.isEmpty, canThrow else {
            report(
                "try statement", at: span,
                canThrow
                    ? "'else' and 'finally' are not supported"
                    : "is not supported in a forward pass")
            return check(body + rest)
        }
        let before = (locals, narrowed, absentCaches)
        let typedBody = check(body)
        for statement in typedBody { checkRaising(statement) }
        var ends = typedBody.endsFlow ? [] : [(locals, narrowed)]
        let typedHandlers = handlers.map { handler in
            (locals, narrowed, absentCaches) = before
            let exceptions = exceptions(of: handler, span: span)
            let typed = check(handler.body)
            if !typed.endsFlow { ends.append((locals, narrowed)) }
            return TypedHandler(exceptions: exceptions, body: typed)
        }
        absentCaches = before.2
        if let first = ends.first {
            locals = ends.dropFirst().reduce(first.0) { known, end in
                known.merging(end.0) { $0.joined(with: $1) ?? $0 }
            }
            narrowed = ends.dropFirst().reduce(first.1) { known, end in
                known.filter { end.1[$0.key] == $0.value }
            }
        }
        setUnder = [:]
        isThrowing = true
        return [TypedStatement(.try(body: typedBody, handlers: typedHandlers), span: span)]
    }

    /// The names of the exceptions that a handler takes.
    private func exceptions(of handler: ExceptionHandler, span: SourceSpan) -> [String] {
        let types: [Expression] =
            switch handler.type?.kind {
            case .tuple(let elements): elements
            case nil: []
            default: [handler.type!]
            }
        let names = types.compactMap(\.simpleName)
        if let name = handler.name, handler.body.contains(where: { $0.mentions(name) }) {
            report("except", at: span, "the use of the error itself ('\(name)') is not supported")
        }
        // What a `try` may hold raises nothing that only a bare `except` would take.
        if types.isEmpty || names.contains(where: TypedHandler.wholeExceptions.contains) {
            return [TypedHandler.wholeExceptions[0]]
        }
        guard names.count == types.count,
            Self.knownExceptions.isSuperset(of: names)
        else {
            report(
                "except", at: handler.type?.span ?? span,
                "Swift does not tell these errors from others",
                hint: "\(Self.knownExceptions.sorted().joined(separator: ", ")) are told apart")
            return []
        }
        return names
    }

    /// Reports what a `try` may not hold, since Swift fails in another way there than Python: the engine's
    /// operations, and calls of which it is not known what they raise.
    private func checkRaising(_ statement: TypedStatement) {
        let isRefused = statement.contains { expression in
            if expression.type.unwrapped == .array { return true }
            if case .element(let base, _) = expression.kind, base.type.unwrapped == .string {
                return true
            }
            guard case .call(let call) = expression.kind else { return false }
            switch call.callee {
            case .operation(let operation):
                return !["str.", "list."].contains { operation.python.hasPrefix($0) }
            case .builtin(let name): return !Self.knownFunctions.contains(name)
            default: return true
            }
        }
        if isRefused {
            report(
                "try statement", at: statement.span,
                "only arithmetic, strings, lists and int() are supported in it",
                hint: "errors of arrays and of other functions cannot be told apart in Swift")
        }
    }
}

extension Statement {
    fileprivate func mentions(_ name: String) -> Bool {
        expressions.contains { $0.mentions(name) } || statements.contains { $0.mentions(name) }
    }
}

extension Expression {
    fileprivate func mentions(_ name: String) -> Bool {
        simpleName == name || children.contains { $0.mentions(name) }
    }
}
