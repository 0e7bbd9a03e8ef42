import Operations

/// Which of an operation's spellings a call's arguments choose.
extension Operation {
    /// The spellings whose conditions the arguments meet, in the table's order.
    public func spellings(for arguments: [TypedArgument]) -> [SwiftForm] {
        (isSuper ? superForms : swift).filter { form in
            form.applies(
                { givenType(of: $0, in: arguments) }, literal: { literal(of: $0, in: arguments) })
        }
    }

    /// The type under which an argument's condition is looked up: `None` where the argument is left
    /// out and that is its default; the elements' where several are written for a variadic one, one that
    /// may be `None` before the others.
    private func givenType(of name: String, in arguments: [TypedArgument]) -> PythonType? {
        let parameter = parameter(named: name)
        guard let value = arguments.first(where: { $0.parameter == name })?.value else {
            return parameter?.defaultValue == "None" ? PythonType.none : nil
        }
        if value.type.unwrapped == .json, let parameter { return parameter.type(for: value.type) }
        guard parameter?.isVariadic == true else { return value.displayedType }
        switch value.kind {
        case .tuple(let elements), .list(let elements):
            return (elements.first(where: \.type.isOptional) ?? elements.first)?.type
        default: return value.type
        }
    }

    /// The text of a literal string argument, or of its default.
    private func literal(of name: String, in arguments: [TypedArgument]) -> String? {
        guard let value = arguments.first(where: { $0.parameter == name })?.value else {
            return parameter(named: name)?.defaultValue?.trimmingQuotes
        }
        return value.stringLiteral
    }
}

extension TypedExpression {
    /// The type as an argument: the elements of a list are unwrapped one by one, as numbers are.
    public var displayedType: PythonType {
        guard case .list(let element) = type else { return type }
        return .list(element.unwrapped)
    }

    /// The text of a string literal.
    public var stringLiteral: String? {
        if case .constant(.string(let text)) = kind { text } else { nil }
    }
}

extension String {
    fileprivate var trimmingQuotes: String { String(drop { $0 == "'" }.prefix { $0 != "'" }) }
}
