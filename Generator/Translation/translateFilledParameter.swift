import Analysis
import Operations

extension FunctionTranslator {
    /// `if p is None: …; p = value` of several statements → a constant that holds what was given or made:
    /// `let filledP: T; if let p { filledP = p } else { …; filledP = value }`.
    func translateFilledParameter(_ statement: TypedStatement) -> [SwiftStatement]? {
        guard !isInitializer, let (name, type) = filledParameter(statement),
            case .if(_, let then, _) = statement.kind
        else { return nil }
        let given = names[name] ?? localName(name)
        let filled = "filled\(given.prefix(1).uppercased())\(given.dropFirst())"
        names[name] = filled
        storage[name] = type
        return [
            .line("let \(filled): \(context.swift(type))"),
            .if(
                conditions: "let \(given)", then: [.line("\(filled) = \(given)")],
                otherwise: translateBlock(then, binding: [])),
        ]
    }

    /// Whether the only assignment of a parameter becomes a constant beside it.
    func isFilledOnce(_ name: String) -> Bool {
        function.body.contains { filledParameter($0)?.name == name }
    }

    /// The parameter that a statement of the function itself fills where it is absent, and its type then.
    private func filledParameter(_ statement: TypedStatement) -> (name: String, type: PythonType)? {
        guard case .if(let test, let then, let otherwise) = statement.kind, otherwise.isEmpty,
            then.count > 1, !then.endsFlow,
            case .isNone(let subject, negated: false) = test.kind,
            case .local(let name) = subject.kind,
            let parameter = function.parameters.first(where: { $0.name == name }),
            parameter.type.isOptional, !plan.mutatedNames.contains(name),
            function.body.contains(statement), function.body.assignmentCount(of: name) == 1,
            let value = then.lazy.compactMap({ [$0].soleAssignment(of: name) }).first,
            value.type == parameter.type.unwrapped,
            !function.body.localNames.contains("filled_\(name)")
        else { return nil }
        return (name, value.type)
    }
}
