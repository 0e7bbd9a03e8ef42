import Analysis
import Operations

extension FunctionTranslator {
    /// `if x is None: return y` in front of statements that read `x` → `guard let x else { return y }`.
    ///
    /// - Returns: the statement, and what it binds for the rest of the block.
    func translateGuard(_ statement: TypedStatement, before rest: ArraySlice<TypedStatement>)
        -> (statement: SwiftStatement, bindings: [Binding])?
    {
        guard !isInitializer, case .if(let test, let leaving, let otherwise) = statement.kind,
            otherwise.isEmpty, leaving.endsFlow, !rest.isEmpty
        else { return nil }
        let rest = Array(rest)
        if let made = attributes(madeUnder: test, outcome: false, readIn: rest),
            made.bindings.allSatisfy({ isFree($0) })
        {
            return (
                .guard(
                    conditions: made.bindings.map(\.condition).joined(separator: ", "),
                    otherwise: translateBlock(leaving, binding: [])),
                made.bindings
            )
        }
        let tests: [TypedExpression] =
            if case .boolean(.or, let operands) = test.kind { operands } else { [test] }
        let bindings = tests.compactMap { test -> (binding: Binding, condition: String)? in
            guard let (subject, isPresent) = test.presenceTest, !isPresent else { return nil }
            if let (binding, text) = arrayBinding(subject, in: rest), isFree(binding) {
                return (binding, text)
            }
            guard let binding = binding(subject, in: rest), !binding.isChanged, isFree(binding)
            else { return nil }
            return (binding, conditionText(binding, subject))
        }
        guard bindings.count == tests.count else { return nil }
        return (
            .guard(
                conditions: bindings.map(\.condition).joined(separator: ", "),
                otherwise: translateBlock(leaving, binding: [])),
            bindings.map(\.binding)
        )
    }

    /// Whether no declaration of the function has the name already; one for what a parameter holds may
    /// hide the parameter.
    private func isFree(_ binding: Binding) -> Bool {
        if let parameter = function.parameters.first(where: { $0.name == binding.path }) {
            return storage[binding.path] == parameter.type
                && !plan.reassignedParameters.contains(binding.path)
                && !plan.mutatedNames.contains(binding.path)
        }
        return binding.path.contains(".") && !isShadowed(binding.name)
    }
}
