import PythonSyntax

/// `**kwargs` as a dictionary: without what is `None`, and asked for its truth.
extension FunctionChecker {
    /// Whether an assignment is `kwargs = {k: v for k, v in kwargs.items() if v is not None}`. What reads the keywords
    /// later is given none of those that are `None`.
    func dropsAbsentKeywords(_ targets: [Expression], _ value: Expression) -> Bool {
        guard let keywords = function.keywordsName, targets.count == 1,
            targets[0].simpleName == keywords,
            case .comprehension(.dictionary, let key, let element?, let clauses) = value.kind,
            clauses.count == 1, let clause = clauses.first,
            case .tuple(let names) = clause.target.kind, names == [key, element],
            case .call(let items, let arguments) = clause.iterable.kind, arguments.isEmpty,
            case .attribute(let source, "items") = items.kind, source.simpleName == keywords,
            clause.conditions.count == 1,
            case .comparison(element, let parts) = clause.conditions[0].kind, parts.count == 1,
            parts[0].comparison == .isNot, parts[0].operand.kind == .constant(.none)
        else { return false }
        function.dropsAbsentKeywords = true
        return true
    }

    /// Reports a keyword that is passed on and may be `None`, where it would have been left out: the callee's own
    /// default is another one.
    func reportAbsentKeyword(_ value: TypedExpression, for parameter: Parameter) {
        guard function.dropsAbsentKeywords, value.type.isOptional,
            parameter.defaultValue?.kind != .constant(.none)
        else { return }
        report(
            "keyword '\(parameter.name)'", at: value.span, type: value.type,
            "is left out where it is None, and the function that takes it has another default")
    }

    /// `len(kwargs)` where no call passes a keyword that is no parameter.
    func keywordCount(_ arguments: [Argument], span: SourceSpan) -> TypedExpression? {
        guard let keywords = function.keywordsName, arguments.count == 1,
            arguments[0].value.simpleName == keywords, !function.isBorder,
            function.keywordParameters.isEmpty, !function.isGivenKeywords
        else { return nil }
        return TypedExpression(.constant(.integer(0)), .integer, span: span)
    }

    /// `kwargs.get("key", default)` for `kwargs.get("key", default) if kwargs else default`.
    func keywordChoice(
        _ test: Expression, _ then: Expression, _ otherwise: Expression
    ) -> Expression? {
        guard let keywords = function.keywordsName, test.simpleName == keywords,
            case .call(let callee, let arguments) = then.kind,
            keywordRead(callee, arguments) != nil
        else { return nil }
        let usual = arguments.dropFirst().first?.value ?? Expression(.constant(.none))
        return usual == otherwise ? then : nil
    }
}
