import PythonSyntax

/// Something in a function that analysis found before the types are known, and cannot translate.
struct FunctionProblem: Hashable {
    let construct: String
    let span: SourceSpan
    let message: String
    let hint: String?
}

extension Expression {
    /// `target[key]`
    static func entry(_ key: Expression, of target: Expression) -> Expression {
        Expression(.subscript(of: target, index: key), span: key.span)
    }

    /// Whether the expression is `target[name]` or `target.get(name)`.
    func isEntry(_ name: String, of target: Expression) -> Bool {
        switch kind {
        case .subscript(let base, let key):
            return base == target && key.kind == .constant(.string(name))
        case .call(let callee, let arguments):
            guard case .attribute(let base, "get") = callee.kind else { return false }
            return base == target && arguments.first?.value.kind == .constant(.string(name))
        case .boolean(.or, let operands):
            return operands.first?.isEntry(name, of: target) == true
                && operands.dropFirst().allSatisfy { $0.kind == .dictionary([]) }
        default:
            return false
        }
    }

    /// Whether it is a dictionary with `**` in it.
    var isOpenDictionary: Bool {
        guard case .dictionary(let items) = kind else { return false }
        return items.contains { $0.key == nil }
    }

    /// The strings of a literal tuple, list or set.
    var stringElements: [String]? {
        switch kind {
        case .tuple(let elements), .list(let elements), .set(let elements):
            let strings = elements.compactMap { element -> String? in
                if case .constant(.string(let text)) = element.kind { text } else { nil }
            }
            return strings.count == elements.count ? strings : nil
        default:
            return nil
        }
    }

    /// The dictionary, the key's name and the conditions of `{k: v for k, v in d.items() if …}`.
    var entriesComprehension: (source: Expression, key: String, conditions: [Expression])? {
        guard case .comprehension(.dictionary, let key, let value?, let clauses) = kind,
            clauses.count == 1, case .tuple(let targets) = clauses[0].target.kind,
            targets.count == 2, let name = targets[0].simpleName, key.simpleName == name,
            value.simpleName == targets[1].simpleName,
            case .call(let callee, _) = clauses[0].iterable.kind,
            case .attribute(let source, "items") = callee.kind
        else { return nil }
        let conditions = clauses[0].conditions.flatMap { condition in
            if case .boolean(.and, let operands) = condition.kind { operands } else { [condition] }
        }
        return (source, name, conditions)
    }

    /// `{k: v for k, v in d.items() if …}` for `filter(lambda x: …, d.items())`.
    var filteredEntries: Expression? {
        guard case .call(let callee, let arguments) = kind, callee.simpleName == "filter",
            arguments.count == 2, case .lambda(let parameters, let test) = arguments[0].value.kind,
            parameters.all.count == 1, case .call(let method, _) = arguments[1].value.kind,
            case .attribute(_, "items") = method.kind
        else { return nil }
        let item = parameters.all[0].name
        let (key, value) = (
            Expression(.name("key"), span: span), Expression(.name("value"), span: span)
        )
        let condition = test.rewritten { part in
            guard case .subscript(let base, let index) = part.kind, base.simpleName == item else {
                return nil
            }
            switch index.kind {
            case .constant(.integer(0)): return key
            case .constant(.integer(1)): return value
            default: return nil
            }
        }
        guard !condition.mentions(name: item) else { return nil }
        return Expression(
            .comprehension(
                .dictionary, element: key, value: value,
                [
                    ComprehensionClause(
                        target: Expression(.tuple([key, value]), span: span),
                        iterable: arguments[1].value, conditions: [condition])
                ]), span: span)
    }
}

extension [Statement] {
    /// Whether the block gives a parameter as it is, or an empty dictionary where it is none.
    func givesParameter(_ name: String) -> Bool {
        guard let last, case .return(let value?) = last.kind, value.simpleName == name else {
            return false
        }
        return dropLast().allSatisfy { statement in
            guard case .if(let test, let then, let otherwise) = statement.kind, otherwise.isEmpty,
                case .unary(.not, let tested) = test.kind, tested.simpleName == name,
                then.count == 1, case .return(let given?) = then[0].kind
            else { return false }
            return given.kind == .dictionary([])
        }
    }

    /// What the block's returns give.
    var returnedExpressions: [Expression] {
        flatMap { statement -> [Expression] in
            if case .return(let value) = statement.kind { return [value].compactMap { $0 } }
            return statement.statements.returnedExpressions
        }
    }
}
