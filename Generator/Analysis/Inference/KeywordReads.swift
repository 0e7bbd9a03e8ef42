import Operations
import PythonSyntax

/// `kwargs.get("key")`: the keywords of a closed world are parameters.
extension FunctionChecker {
    /// The key that `kwargs.get("key")`, `kwargs.pop("key")` reads.
    func keywordRead(_ callee: Expression, _ arguments: [Argument]) -> String? {
        guard let keywords = function.keywordsName,
            case .attribute(let base, let method) = callee.kind,
            base.simpleName == keywords, ["get", "pop"].contains(method),
            case .constant(.string(let key))? = arguments.first?.value.kind
        else { return nil }
        return key
    }

    /// Whether a default tells that no tensor is meant: the runtime passes nothing else by name.
    private func isPlain(_ value: Expression) -> Bool {
        guard value.constantType == nil else { return false }
        return [.integer, .float, .string, .boolean].contains(
            check(value, quietly: true).type.unwrapped)
    }

    /// A key of `**kwargs` becomes a parameter of its own.
    func readKeyword(
        _ key: String, default value: Expression?, span: SourceSpan
    ) -> TypedExpression {
        let usual = value ?? Expression(.constant(.none))
        let isTensor =
            usual.kind == .constant(.none)
            && !program.otherKeywords[function.dottedName, default: []].contains(key)
        if function.isBorder, usual.isPerhapsList { return check(usual) }
        if function.isBorder, !isTensor, usual.constantType != nil || isPlain(usual) {
            return check(usual)
        }
        if let known = function.keywordParameters.first(where: { $0.name == key }) {
            if known.defaultValue != usual {
                report(
                    "keyword '\(key)'", at: span,
                    "has another default here than where it was read before")
            }
        } else {
            if usual.constantType == nil {
                report("keyword '\(key)'", at: span, "only a literal is supported as its default")
            }
            function.keywordParameters.append(
                Parameter(name: key, kind: .keywordOnly, defaultValue: usual))
            let isGiven = function.isBorder && !FamilyBorder.withheld.contains(key)
            let seed: PythonType = isGiven ? .optional(.array) : .none
            let type = usual.constantType ?? .none
            function.parameterTypes[key] = type == .none ? seed : type
            program.changed = true
        }
        let type = function.parameterTypes[key] ?? .none
        locals[key] = locals[key] ?? type
        return TypedExpression(.local(key), locals[key]!, span: span)
    }
}

extension Expression {
    /// `[] if test else None`: the default of what is filled in, which the runtime does not pass.
    fileprivate var isPerhapsList: Bool {
        guard case .conditional(_, let then, let otherwise) = kind else { return false }
        return [then, otherwise].contains { if case .list = $0.kind { true } else { false } }
    }
}
