/// Python text in one form whatever the source looked like: two pieces of source have the same text
/// if and only if they have the same syntax tree.
extension Expression {
    public var canonicalText: String {
        switch kind {
        case .name(let name): return name
        case .constant(let constant): return constant.canonicalText
        case .attribute(let base, let name): return "\(base.atom).\(name)"
        case .subscript(let base, let index): return "\(base.atom)[\(index.indexText)]"
        case .slice(let lower, let upper, let step):
            let bounds = "\(lower?.canonicalText ?? ""):\(upper?.canonicalText ?? "")"
            return step.map { "\(bounds):\($0.canonicalText)" } ?? bounds
        case .call(let function, let arguments):
            return "\(function.atom)(\(arguments.map(\.canonicalText).joined(separator: ", ")))"
        case .unary(.not, let operand): return "not \(operand.atom)"
        case .unary(let operation, let operand): return operation.rawValue + operand.atom
        case .binary(let left, let operation, let right):
            return "\(left.atom) \(operation.rawValue) \(right.atom)"
        case .boolean(let operation, let operands):
            return operands.map(\.atom).joined(separator: " \(operation.rawValue) ")
        case .comparison(let left, let parts):
            return parts.reduce(left.atom) {
                "\($0) \($1.comparison.rawValue) \($1.operand.atom)"
            }
        case .conditional(let test, let then, let otherwise):
            return "\(then.atom) if \(test.atom) else \(otherwise.atom)"
        case .tuple(let elements):
            let text = elements.map(\.canonicalText).joined(separator: ", ")
            return elements.count == 1 ? "(\(text),)" : "(\(text))"
        case .list(let elements): return "[\(elements.texts)]"
        case .set(let elements): return "{\(elements.texts)}"
        case .dictionary(let items):
            return "{\(items.map(\.canonicalText).joined(separator: ", "))}"
        case .lambda(let parameters, let body):
            return "lambda \(parameters.canonicalText): \(body.canonicalText)"
        case .comprehension(let kind, let element, let value, let clauses):
            let result = value.map { "\(element.canonicalText): \($0.canonicalText)" }
            return kind.brackets(
                ([result ?? element.canonicalText] + clauses.map(\.canonicalText)).joined(
                    separator: " "))
        case .formattedString(let parts):
            return "f\"\(parts.map(\.canonicalText).joined())\""
        case .starred(let value): return "*\(value.atom)"
        case .named(let name, let value): return "(\(name) := \(value.canonicalText))"
        case .other(let name): return "<\(name)>"
        }
    }

    /// The text as an operand: in parentheses if it has operators of its own.
    fileprivate var atom: String {
        switch kind {
        case .unary, .binary, .boolean, .comparison, .conditional, .lambda: "(\(canonicalText))"
        default: canonicalText
        }
    }

    /// A tuple of indices stands without parentheses.
    fileprivate var indexText: String {
        if case .tuple(let elements) = kind, elements.count > 1 { return elements.texts }
        return canonicalText
    }
}

extension [Expression] {
    fileprivate var texts: String { map(\.canonicalText).joined(separator: ", ") }
}

extension Constant {
    fileprivate var canonicalText: String {
        switch self {
        case .none: "None"
        case .boolean(let value): value ? "True" : "False"
        case .integer(let value): "\(value)"
        case .bigInteger(let digits): digits
        case .float(let value): "\(value)"
        case .complex(let real, let imaginary): "(\(real)+\(imaginary)j)"
        case .string(let text): text.quoted
        case .bytes(let bytes): "b" + String(decoding: bytes, as: UTF8.self).quoted
        case .ellipsis: "..."
        }
    }
}

extension String {
    fileprivate var quoted: String {
        let escaped = replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}

extension Argument {
    fileprivate var canonicalText: String {
        switch label {
        case .positional: value.canonicalText
        case .keyword(let name): "\(name)=\(value.canonicalText)"
        case .starred: "*\(value.canonicalText)"
        case .doubleStarred: "**\(value.canonicalText)"
        }
    }
}

extension DictionaryItem {
    fileprivate var canonicalText: String {
        key.map { "\($0.canonicalText): \(value.canonicalText)" } ?? "**\(value.canonicalText)"
    }
}

extension ComprehensionClause {
    fileprivate var canonicalText: String {
        (["for \(target.canonicalText) in \(iterable.canonicalText)"]
            + conditions.map { "if \($0.canonicalText)" }).joined(separator: " ")
    }
}

extension ComprehensionKind {
    fileprivate func brackets(_ text: String) -> String {
        switch self {
        case .list: "[\(text)]"
        case .set, .dictionary: "{\(text)}"
        case .generator: "(\(text))"
        }
    }
}

extension FormattedPart {
    fileprivate var canonicalText: String {
        switch self {
        case .text(let text): return text
        case .value(let value, let conversion, let format):
            let suffix = conversion.map { "!\($0)" } ?? ""
            let style = format.isEmpty ? "" : ":" + format.map(\.canonicalText).joined()
            return "{\(value.canonicalText)\(suffix)\(style)}"
        }
    }
}

extension Parameters {
    /// The parameters as in a definition, with `/` and `*` where they stand.
    public var canonicalText: String {
        var parts: [String] = []
        for (index, parameter) in all.enumerated() {
            let previous = index > 0 ? all[index - 1].kind : nil
            if previous == .positionalOnly, parameter.kind != .positionalOnly { parts.append("/") }
            if parameter.kind == .keywordOnly, previous != .keywordOnly, previous != .variadic {
                parts.append("*")
            }
            parts.append(parameter.canonicalText)
        }
        if all.last?.kind == .positionalOnly { parts.append("/") }
        return parts.joined(separator: ", ")
    }
}

extension Parameter {
    fileprivate var canonicalText: String {
        let stars = kind == .variadic ? "*" : kind == .keywords ? "**" : ""
        let type = annotation.map { ": \($0.canonicalText)" } ?? ""
        return stars + name + type + (defaultValue.map { " = \($0.canonicalText)" } ?? "")
    }
}
