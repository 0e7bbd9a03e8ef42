import Operations
import PythonSyntax

/// `re.match(r"^model\.", key)` as a test: a pattern that is a plain text is a prefix.
extension FunctionChecker {
    /// The test, if the call is one whose pattern has no other meaning; what the match says beside its
    /// truth is not there.
    func checkPattern(
        _ symbol: Symbol, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        guard case .external("re.match") = symbol, arguments.count == 2,
            arguments.allSatisfy({ $0.label == .positional }),
            case .constant(.string(let pattern)) = arguments[0].value.kind,
            let prefix = pattern.plainPrefix,
            let operation = program.table.builtinMethods["str"]?["startswith"]
        else { return nil }
        let value = check(arguments[1].value)
        guard value.type == .string else { return nil }
        let text = TypedExpression(
            .constant(.string(prefix)), .string, span: arguments[0].value.span)
        return TypedExpression(
            .call(
                TypedCall(
                    callee: .operation(operation),
                    arguments: [
                        TypedArgument(parameter: "self", value: value),
                        TypedArgument(parameter: "prefix", value: text),
                    ])), .boolean, span: span)
    }
}

extension String {
    /// The text that a regular expression stands for, if nothing in it is a rule but a `^` in front.
    fileprivate var plainPrefix: String? {
        var text = ""
        var isEscaped = false
        for character in first == "^" ? dropFirst() : self[...] {
            if isEscaped {
                // A backslash before a letter or a number is a rule of its own.
                guard character.isASCII, !character.isLetter, !character.isNumber else {
                    return nil
                }
                text.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if ".^$*+?{}[]|()".contains(character) {
                return nil
            } else {
                text.append(character)
            }
        }
        return isEscaped ? nil : text
    }
}
