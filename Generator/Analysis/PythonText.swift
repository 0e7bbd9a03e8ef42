import PythonSyntax

extension Expression {
    /// The expression as Python text, short and without positions: for messages and reports.
    public var pythonText: String {
        switch kind {
        case .name(let name): return name
        case .constant(let constant): return constant.pythonText
        case .attribute(let base, let name): return "\(base.pythonText).\(name)"
        case .subscript(let base, let index): return "\(base.pythonText)[\(index.pythonText)]"
        case .slice(let lower, let upper, let step):
            let bounds = "\(lower?.pythonText ?? ""):\(upper?.pythonText ?? "")"
            return step.map { "\(bounds):\($0.pythonText)" } ?? bounds
        case .call(let function, let arguments):
            return "\(function.pythonText)(\(arguments.map(\.pythonText).joined(separator: ", ")))"
        case .unary(.not, let operand): return "not \(operand.pythonText)"
        case .unary(let operation, let operand): return "\(operation.rawValue)\(operand.pythonText)"
        case .binary(let left, let operation, let right):
            return "\(left.operandText) \(operation.rawValue) \(right.operandText)"
        case .boolean(let operation, let operands):
            return operands.map(\.operandText).joined(separator: " \(operation.rawValue) ")
        case .comparison(let left, let parts):
            return parts.reduce(left.operandText) {
                "\($0) \($1.comparison.rawValue) \($1.operand.operandText)"
            }
        case .conditional(let test, let then, let otherwise):
            return "\(then.pythonText) if \(test.pythonText) else \(otherwise.pythonText)"
        case .tuple(let elements): return "(\(elements.map(\.pythonText).joined(separator: ", ")))"
        case .list(let elements): return "[\(elements.map(\.pythonText).joined(separator: ", "))]"
        case .starred(let value): return "*\(value.pythonText)"
        case .named(let name, let value): return "\(name) := \(value.pythonText)"
        case .other(let name): return name
        case .set, .dictionary, .lambda, .comprehension, .formattedString: return "…"
        }
    }

    private var operandText: String {
        switch kind {
        case .binary, .boolean, .comparison, .conditional, .named: "(\(pythonText))"
        default: pythonText
        }
    }

    /// What diagnostics call this form.
    var constructName: String {
        switch kind {
        case .lambda: "lambda"
        case .set: "set display"
        case .starred: "starred expression"
        case .named: "assignment expression"
        case .slice: "slice"
        case .other(let name): name
        default: "'\(pythonText)'"
        }
    }
}

extension Argument {
    var pythonText: String {
        switch label {
        case .positional: value.pythonText
        case .keyword(let name): "\(name)=\(value.pythonText)"
        case .starred: "*\(value.pythonText)"
        case .doubleStarred: "**\(value.pythonText)"
        }
    }
}

extension Constant {
    var pythonText: String {
        switch self {
        case .none: "None"
        case .boolean(let value): value ? "True" : "False"
        case .integer(let value): "\(value)"
        case .bigInteger(let text): text
        case .float(let value): "\(value)"
        case .complex(_, let imaginary): "\(imaginary)j"
        case .string(let text): "\"\(text)\""
        case .bytes: "b\"…\""
        case .ellipsis: "..."
        }
    }
}

extension Statement {
    /// What diagnostics call this form.
    var constructName: String {
        switch kind {
        case .try: "try statement"
        case .with: "with statement"
        case .delete: "del statement"
        case .global: "global statement"
        case .nonlocal: "nonlocal statement"
        case .function: "nested function"
        case .class: "nested class"
        case .while: "while … else"
        case .match: "match statement"
        case .other(let name): "\(name) statement"
        default: "statement"
        }
    }
}
