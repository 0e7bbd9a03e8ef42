import Operations
import PythonSyntax

/// `re.match(r"^model\.", key)` as a test: a pattern that is a plain text, or a choice of such, is a prefix; and
/// `re.sub(r"\.0\.", ".first.", key)`, which replaces a plain text.
extension FunctionChecker {
    /// The test, if the call is one whose pattern has no other meaning; what the match says beside its
    /// truth is not there.
    func checkPattern(
        _ symbol: Symbol, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        guard arguments.allSatisfy({ $0.label == .positional }) else { return nil }
        guard case .external("re.match") = symbol, arguments.count == 2,
            case .constant(.string(let pattern)) = arguments[0].value.kind,
            let prefixes = pattern.plainPrefixes,
            let operation = program.table.builtinMethods["str"]?["startswith"]
        else { return nil }
        let value = check(arguments[1].value)
        guard value.type == .string else { return nil }
        let tests = prefixes.map { prefix in
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
        return tests.count == 1
            ? tests[0] : TypedExpression(.boolean(.or, tests), .boolean, span: span)
    }

    /// `re.sub(r"norm\.", "layer_norm.", key)`: with plain texts it is `key.replace("norm.", "layer_norm.")`.
    func checkSubstitution(
        _ symbol: Symbol, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        guard case .external("re.sub") = symbol, arguments.count == 3,
            arguments.allSatisfy({ $0.label == .positional }),
            case .constant(.string(let pattern)) = arguments[0].value.kind,
            case .constant(.string(let replacement)) = arguments[1].value.kind,
            let text = pattern.plainText, !text.isEmpty, !replacement.contains("\\"),
            let operation = program.table.builtinMethods["str"]?["replace"]
        else { return nil }
        let value = check(arguments[2].value)
        guard value.type == .string else { return nil }
        let texts = [(text, arguments[0]), (replacement, arguments[1])].map { text, argument in
            TypedExpression(.constant(.string(text)), .string, span: argument.value.span)
        }
        let bound = zip(operation.parameters, [value] + texts).map {
            TypedArgument(parameter: $0.name, value: $1)
        }
        return TypedExpression(
            .call(TypedCall(callee: .operation(operation), arguments: bound)), .string, span: span)
    }
}

extension String {
    /// The texts that a regular expression stands for, if nothing in it is a rule but a `^` in front and choices of
    /// plain texts, `(a|b)`.
    fileprivate var plainPrefixes: [String]? {
        var texts = [""]
        var rest = first == "^" ? dropFirst() : self[...]
        while let open = rest.firstIndex(of: "(") {
            guard !rest[..<open].hasSuffix("\\"), let close = rest[open...].firstIndex(of: ")"),
                let before = String(rest[..<open]).plainText
            else { return nil }
            let choices = rest[rest.index(after: open)..<close].split(
                separator: "|", omittingEmptySubsequences: false
            ).map { String($0).plainText }
            guard !choices.contains(nil) else { return nil }
            texts = texts.flatMap { text in choices.compactMap { $0 }.map { text + before + $0 } }
            rest = rest[rest.index(after: close)...]
        }
        return String(rest).plainText.map { last in texts.map { $0 + last } }
    }

    /// The text that a regular expression stands for, if nothing in it is a rule.
    fileprivate var plainText: String? {
        var text = ""
        var isEscaped = false
        for character in self {
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
