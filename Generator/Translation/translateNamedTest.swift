import Analysis

extension FunctionTranslator {
    /// A test that a local was given, where it still tells of the same value:
    /// `isFirst = state is None` and then `if isFirst:` asks for `state`.
    func named(_ test: TypedExpression) -> TypedExpression {
        guard case .local(let name) = test.kind else { return test }
        return namedTest(name) ?? test
    }

    /// What ``named(_:)`` puts in the place of a local.
    func namedTest(_ name: String) -> TypedExpression? {
        guard plan.locals[name] != nil, function.body.assignmentCount(of: name) == 1,
            let value = function.body.lazy.compactMap({ [$0].soleAssignment(of: name) }).first,
            case .local(let subject)? = value.presenceTest?.subject.kind,
            !function.body.contains(where: { $0.assigns(subject) })
        else { return nil }
        return value
    }
}
