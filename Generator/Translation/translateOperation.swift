import Analysis
import Operations
import PythonSyntax

/// Calls of what the operation table has rows for.
extension FunctionTranslator {
    func translateOperation(
        _ operation: Operation, _ call: TypedCall, _ whole: TypedExpression
    ) -> SwiftExpression {
        var arguments: [String: SwiftExpression] = [:]
        for argument in call.arguments {
            let parameter = operation.parameter(named: argument.parameter)
            if parameter?.isVariadic == true {
                arguments[argument.parameter] = variadic(
                    argument.parameter, parameter?.type == .unknown ? nil : parameter?.type, call)
                continue
            }
            let type = parameter?.type(for: argument.value.displayedType)
            // None is what a spelling has where the argument is left out; a mask has a case for it.
            if argument.value.type == .none, type != .mask, let parameter {
                if parameter.defaultValue != "None", type?.isOptional != true, type != .unknown {
                    report(
                        "argument '\(parameter.name)'", at: argument.value.span,
                        "'\(operation.python)' does not take None here")
                }
                continue
            }
            if argument.value.matchesDefault(parameter?.defaultValue) { continue }
            if type == nil || type == .unknown,
                parameter == nil || argument.parameter == "self"
                    || operation.hasMembersRead(of: argument.parameter)
            {
                arguments[argument.parameter] = present(argument.value)
            } else if let named = operation.swiftValue(of: argument) {
                arguments[argument.parameter] = SwiftExpression(named)
            } else if operation.lacksValue(of: argument) {
                report(
                    "argument '\(argument.parameter)' of '\(operation.python)'",
                    at: argument.value.span,
                    "only the literals \(operation.listedValues(of: argument.parameter)) have a Swift spelling"
                )
            } else {
                let value =
                    whole.type == .library("InputEmbeddingsFeatures")
                    ? translateFeature(argument.value, as: type)
                    : translate(argument.value, elementsAs: type == .unknown ? nil : type)
                arguments[argument.parameter] =
                    argument.value.isTreeLiteral
                    ? SwiftExpression(
                        "\(value.text) as WeightTree", .cast, isThrowing: value.isThrowing) : value
            }
        }
        let integers = Set(
            call.arguments.filter {
                $0.value.type == .integer
                    && operation.parameter(named: $0.parameter)?.type(for: .integer).unwrapped
                        != .float
            }.map(\.parameter))
        for form in operation.spellings(for: call.arguments) where canThrow || !form.throwing {
            let placed = arguments.filter { form.literals[$0.key] == nil }
            let form = operation.madeClass.map { form.making(naming.type($0)) } ?? form
            if let text = form.filled(placed, integers: integers) {
                return SwiftExpression(
                    text.text, text.precedence,
                    isThrowing: text.isThrowing || operation.throwing || form.throwing)
            }
        }
        report(
            "call of '\(operation.python)'", at: whole.span,
            "no Swift spelling takes these arguments",
            hint: "add a form to its row in Generator/Operations/Tables")
        return SwiftExpression("nil")
    }

    /// What goes to the language model by name: a list of arrays as an array with a row for each.
    private func translateFeature(_ value: TypedExpression, as type: PythonType?) -> SwiftExpression
    {
        guard value.type.unwrapped == .list(.array) else { return translate(value, as: type) }
        let list = translateUnconverted(value)
        return storageType(value).isOptional
            ? SwiftExpression("\(list.receiver).map { stacked($0) }", isThrowing: list.isThrowing)
            : SwiftExpression("stacked(\(list.text))", isThrowing: list.isThrowing)
    }

    /// A list literal's elements are converted one by one: `[(0, 0), (1, 1)]` is `[[0, 0], [1, 1]]`
    /// where lists are expected.
    private func translate(_ value: TypedExpression, elementsAs type: PythonType?)
        -> SwiftExpression
    {
        guard case .list(let elements) = value.kind, case .list(let element)? = type?.unwrapped
        else {
            return translate(value, as: type)
        }
        let texts = elements.map { translate($0, elementsAs: element) }
        return SwiftExpression(
            "[\(texts.map(\.text).joined(separator: ", "))]",
            isThrowing: texts.contains(where: \.isThrowing))
    }

    /// The arguments of a variadic parameter: `reshape((a, b))` is `reshape(a, b)`, and lists among
    /// them, `reshape(*sizes, n)`, make one list.
    private func variadic(_ parameter: String, _ type: PythonType?, _ call: TypedCall)
        -> SwiftExpression
    {
        let given = call.arguments.filter { $0.parameter == parameter }.map(\.value).flatMap {
            value in
            switch value.kind {
            case .tuple(let elements), .list(let elements): elements
            default: [value]
            }
        }
        func isList(_ value: TypedExpression) -> Bool {
            switch value.type {
            case .list, .tuple: true
            default: false
            }
        }
        let texts = given.map { value in
            if case .tuple = value.type { return collection(value) }
            return translate(value, as: isList(value) ? nil : type)
        }
        guard given.count > 1, given.contains(where: isList) else {
            return SwiftExpression(
                texts.map(\.text).joined(separator: ", "),
                isThrowing: texts.contains(where: \.isThrowing))
        }
        let parts = zip(given, texts).map { value, text in
            isList(value) ? text : SwiftExpression("[\(text.text)]", isThrowing: text.isThrowing)
        }
        return parts.dropFirst().reduce(parts[0]) { $0.infix("+", $1, .addition) }
    }
}

extension Operations.Operation {
    /// The Swift case for a literal string argument, where the row lists the values.
    fileprivate func swiftValue(of argument: TypedArgument) -> String? {
        argument.value.stringLiteral.flatMap { values[argument.parameter]?[$0] }
    }

    /// Whether the argument is a string of which the row lists values, but none of those.
    fileprivate func lacksValue(of argument: TypedArgument) -> Bool {
        values[argument.parameter] != nil && argument.value.type.unwrapped == .string
    }

    fileprivate func listedValues(of parameter: String) -> String {
        (values[parameter] ?? [:]).keys.sorted().map { "'\($0)'" }.joined(separator: ", ")
    }
}

extension Operation {
    /// Whether a spelling names members of an argument: `{tree}.flattened`.
    fileprivate func hasMembersRead(of parameter: String) -> Bool {
        swift.contains { $0.template.contains("{\(parameter)}.") }
    }
}

extension TypedExpression {
    /// Whether it is a literal whose type Swift has to be told, since members of it are used.
    fileprivate var isTreeLiteral: Bool {
        if case .dictionary = kind { type == .library("WeightTree") } else { false }
    }

    /// Whether a literal argument is what the parameter's default is.
    fileprivate func matchesDefault(_ source: String?) -> Bool {
        if source == "{}", case .dictionary(let items) = kind { return items.isEmpty }
        guard let source, case .constant(let constant) = kind else { return false }
        switch constant {
        case .none: return source == "None"
        case .boolean(let value): return source == (value ? "True" : "False")
        case .integer(let value): return Int(source) == value
        case .float(let value): return Double(source) == value
        case .string(let text): return source == "'\(text)'"
        default: return false
        }
    }
}
