import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// `try: … except ValueError: …` as `do { … } catch … { … }`.
    func translateTry(
        _ body: [TypedStatement], _ handlers: [TypedHandler], span: SourceSpan
    ) -> [SwiftStatement] {
        if let search = translateSearch(body, handlers) { return search }
        let saved = (isTrying, isThrowing)
        (isTrying, isThrowing) = (true, false)
        let attempt = translateBlock(body, binding: [])
        let mayFail = isThrowing
        (isTrying, isThrowing) = saved
        guard mayFail else {
            isThrowing = true
            return attempt
        }
        if !handlers.contains(where: \.takesAll) { isThrowing = true }
        return [
            .do(
                body: attempt,
                handlers: handlers.map { handler in
                    let names = handler.exceptions.map(\.swiftLiteral).joined(separator: ", ")
                    return SwiftHandler(
                        pattern: handler.takesAll
                            ? nil : "let error where error.isPython(\(names))",
                        body: translateBlock(handler.body, binding: []))
                })
        ]
    }

    /// `try: return names.index(x) except ValueError: return None` is `names.firstIndex(of: x)`.
    private func translateSearch(_ body: [TypedStatement], _ handlers: [TypedHandler])
        -> [SwiftStatement]?
    {
        guard body.count == 1, handlers.count == 1, handlers[0].exceptions == ["ValueError"],
            handlers[0].body.count == 1,
            let (found, place) = body[0].givenValue,
            let (missing, other) = handlers[0].body[0].givenValue, place == other,
            missing.kind == .constant(.none), case .call(let call) = found.kind,
            case .operation(let operation) = call.callee, operation.python == "list.index",
            let list = call.argument("self"), let value = call.argument("value"),
            !list.hasEffects, !value.hasEffects
        else { return nil }
        let sequence = present(list)
        let index = SwiftExpression(
            "\(sequence.receiver).firstIndex(of: \(translate(value).text))",
            isThrowing: sequence.isThrowing)
        switch place {
        case nil: return [.line("return \(evaluated(index))")]
        case .local(let name):
            guard let local = plan.locals[name], !declared.contains(name) else {
                return [.line("\(names[name] ?? localName(name)) = \(evaluated(index))")]
            }
            declare(name, as: localName(name), type: .optional(.integer))
            return [
                .line(
                    "\(local.isMutable ? "var" : "let") \(localName(name)) = \(evaluated(index))")
            ]
        default: return nil
        }
    }
}

extension TypedStatement {
    /// The value that the statement returns, or sets a name to, and the name.
    fileprivate var givenValue: (value: TypedExpression, place: TypedExpressionKind?)? {
        switch kind {
        case .return(let value?): return (value, nil)
        case .assign(let targets, let value):
            guard targets.count == 1, case .local(let name, _) = targets[0] else { return nil }
            return (value, .local(name))
        default: return nil
        }
    }
}
