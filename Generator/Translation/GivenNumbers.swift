import Analysis
import Operations

/// Numbers and lists that a file gives: an index of them may count from the end, and may not be there.
extension FunctionTranslator {
    /// Whether a list is one of the configuration's, of which the file decides how long it is.
    func isGivenList(_ list: TypedExpression) -> Bool {
        if case .element(let whole, _) = list.kind { return isGivenList(whole) }
        guard case .attribute(let object, _) = list.kind,
            [.integer, .float, .boolean, .string, .json].contains(
                list.type.unwrapped.listElement)
        else { return false }
        return context.isConfiguration(object.type)
            || object.kind == .selfObject && function.name == "__init__"
    }

    /// Whether an index is a number of the configuration's, which may count from the end: read where it is used,
    /// held by a local, or one of a list.
    func isGivenNumber(_ index: TypedExpression) -> Bool {
        switch index.kind {
        case .attribute: isGiven(index)
        case .downcast(let value, _, _): isGivenNumber(value)
        case .local(let name):
            function.body.contains { statement in
                statement.binds(name, toValue: isGiven)
                    || statement.binds(name, toElementOf: { self.listsGivenNumbers($0) })
            }
        default: false
        }
    }

    private func isGiven(_ value: TypedExpression) -> Bool {
        guard case .attribute(let object, _) = value.kind else { return false }
        return context.isConfiguration(object.type) || object.kind == .selfObject
    }

    /// Whether a sequence is a list of the configuration's numbers, or a local that holds one.
    private func listsGivenNumbers(_ sequence: TypedExpression) -> Bool {
        switch sequence.kind {
        case .attribute:
            isGiven(sequence)
                && [.list(.integer), .list(.json), .json].contains(sequence.type.unwrapped)
        case .downcast(let list, _, _): listsGivenNumbers(list)
        case .local(let name):
            function.body.contains { $0.binds(name, toValue: isGiven) }
        default: false
        }
    }
}

extension TypedStatement {
    /// Whether the statement or one inside it assigns a local a value that satisfies a condition.
    fileprivate func binds(_ name: String, toValue condition: (TypedExpression) -> Bool) -> Bool {
        if case .assign(let targets, let value) = kind,
            targets.contains(where: { $0.isLocal(name) }),
            condition(value)
        {
            return true
        }
        return blocks.contains { $0.contains { $0.binds(name, toValue: condition) } }
    }

    /// Whether a loop or a comprehension of the statement binds a local to the elements of a sequence that
    /// satisfies a condition.
    fileprivate func binds(
        _ name: String, toElementOf condition: (TypedExpression) -> Bool
    ) -> Bool {
        if case .for(let target, let iterable, _) = kind, target.isLocal(name), condition(iterable)
        {
            return true
        }
        let isInComprehension = expressions.contains { expression in
            expression.contains { inner in
                guard case .comprehension(_, _, _, let clauses) = inner.kind else { return false }
                return clauses.contains { $0.target.isLocal(name) && condition($0.iterable) }
            }
        }
        return isInComprehension
            || blocks.contains { $0.contains { $0.binds(name, toElementOf: condition) } }
    }
}

extension TypedTarget {
    fileprivate func isLocal(_ name: String) -> Bool {
        if case .local(name, _) = self { true } else { false }
    }
}
