import PythonSyntax

/// The method by which a model tells mlx-vlm's generation whether a prompt may be taken in by parts, as a property:
/// without a draft model, the answer mostly rests on the configuration alone.
enum PrefillPolicy {
    static let name = "chunked_prefill_policy"

    /// The policy as a property; as it was where it reads what a generation passes to it. Any other function is as it
    /// was.
    static func resolve(_ function: FunctionDefinition) -> FunctionDefinition {
        guard function.name == name, let receiver = function.parameters.all.first else {
            return function
        }
        let passed = Set(function.parameters.all.dropFirst().map(\.name))
        let body = withoutDraft(function.body.withoutDocstring)
        guard !passed.contains(where: { body.mentionCount(of: $0) > 0 }) else { return function }
        return FunctionDefinition(
            name: name, parameters: Parameters([receiver]), returns: function.returns, body: body,
            decorators: [Expression(.name("property"))])
    }

    /// Whether every model may do so, which is what the runtime takes for granted.
    static func isConstant(_ function: FunctionDefinition) -> Bool {
        guard let first = function.body.first, case .return(let value?) = first.kind else {
            return false
        }
        return value.kind == .constant(.boolean(true))
    }

    /// The statements that are run where `draft_model` is `None`.
    private static func withoutDraft(_ block: [Statement]) -> [Statement] {
        var result: [Statement] = []
        for statement in block {
            switch statement.kind {
            case .delete: continue
            case .assign(let targets, let value) where value.isOrEmpty(targets): continue
            case .return(let value?) where value.isDraftTest == true:
                let value = Expression(.constant(.boolean(true)), span: value.span)
                return result + [Statement(.return(value), span: statement.span)]
            case .if(let test, let then, let otherwise):
                guard let isAbsent = test.isDraftTest else { break }
                let taken = withoutDraft(isAbsent ? then : otherwise)
                result += taken
                if case .return? = taken.last?.kind { return result }
                continue
            default: break
            }
            result.append(statement)
        }
        return result
    }
}

extension Expression {
    /// `name or {}`, which is assigned to the name.
    fileprivate func isOrEmpty(_ targets: [Expression]) -> Bool {
        guard case .boolean(.or, let operands) = kind, operands.count == 2 else { return false }
        return targets == [operands[0]] && operands[1].kind == .dictionary([])
    }

    /// Whether the expression is `draft_model is None`, and whether it is so without a draft model.
    fileprivate var isDraftTest: Bool? {
        guard case .comparison(let tested, let parts) = kind, tested.simpleName == "draft_model",
            parts.count == 1, parts[0].operand.kind == .constant(.none)
        else { return nil }
        switch parts[0].comparison {
        case .is: return true
        case .isNot: return false
        default: return nil
        }
    }
}
