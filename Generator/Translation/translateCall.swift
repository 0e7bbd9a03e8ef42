import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    func translateCall(_ call: TypedCall, _ whole: TypedExpression) -> SwiftExpression {
        switch call.callee {
        case .operation(let operation):
            return translateOperation(operation, call, whole)
        case .initializer(let className):
            return translateInitializer(className, call)
        case .method(let receiver, let className, let name):
            let object = present(receiver)
            let isSelf = receiver.kind == .selfObject
            let arguments = translateArguments(call, of: context.classes[className]?.method(name))
            if context.classes[className]?.method(name)?.isStatic == true {
                let type = isSelf ? "Self" : naming.type(className)
                return SwiftExpression(
                    "\(type).\(naming.member(name))(\(arguments.text))",
                    isThrowing: context.throwingFunctions.contains("\(className).\(name)") || arguments.isThrowing)
            }
            let path = name == "__call__" ? object.receiver : isSelf ? naming.member(name) : "\(object.receiver).\(naming.member(name))"
            let throwing = context.throwingFunctions.contains("\(className).\(name)")
            return SwiftExpression(
                "\(path)(\(arguments.text))", isThrowing: throwing || object.isThrowing || arguments.isThrowing)
        case .function(let dotted):
            let function = context.family.modules.lazy.flatMap(\.functions).first { $0.name == dotted.lastComponent }
            let arguments = translateArguments(call, of: function)
            let throwing = context.throwingFunctions.contains(dotted)
            return SwiftExpression(
                "\(naming.function(dotted.lastComponent))(\(arguments.text))",
                isThrowing: throwing || arguments.isThrowing)
        case .builtin(let name):
            return translateBuiltin(name, call, whole)
        }
    }

    // MARK: Rows of the table

    private func translateOperation(
        _ operation: Operation, _ call: TypedCall, _ whole: TypedExpression
    ) -> SwiftExpression {
        var arguments: [String: SwiftExpression] = [:]
        for argument in call.arguments {
            let parameter = operation.parameter(named: argument.parameter)
            if parameter?.isVariadic == true {
                arguments[argument.parameter] = variadic(argument.parameter, parameter?.type, call)
                continue
            }
            if argument.value.matchesDefault(parameter?.defaultValue) { continue }
            let value: SwiftExpression
            if argument.parameter == "self", parameter == nil || parameter?.type == .unknown {
                value = present(argument.value)
            } else if let named = operation.swiftValue(of: argument) {
                value = SwiftExpression(named)
            } else {
                let type = parameter?.type(for: argument.value.type)
                value = translate(argument.value, as: type == .unknown ? nil : type)
            }
            arguments[argument.parameter] = value
        }
        let applicable = operation.swift.filter { form in
            form.applies { call.argument($0)?.type } && (function.canThrow || !form.throwing)
        }
        for form in applicable {
            if let text = form.filled(arguments) {
                return SwiftExpression(
                    text.text, text.precedence,
                    isThrowing: text.isThrowing || operation.throwing || form.throwing)
            }
        }
        report("call of '\(operation.python)'", at: whole.span, "no Swift spelling takes these arguments", hint: "add a form to its row in Generator/Operations/Tables")
        return SwiftExpression("nil")
    }

    /// The arguments of a variadic parameter: `reshape((a, b))` is `reshape(a, b)`, and lists among
    /// them, `reshape(*sizes, n)`, make one list.
    private func variadic(_ parameter: String, _ type: PythonType?, _ call: TypedCall) -> SwiftExpression {
        let given = call.arguments.filter { $0.parameter == parameter }.map(\.value).flatMap { value in
            switch value.kind {
            case .tuple(let elements), .list(let elements): elements
            default: [value]
            }
        }
        func isList(_ value: TypedExpression) -> Bool { if case .list = value.type { true } else { false } }
        let texts = given.map { translate($0, as: isList($0) ? nil : type) }
        guard given.count > 1, given.contains(where: isList) else {
            return SwiftExpression(
                texts.map(\.text).joined(separator: ", "), isThrowing: texts.contains(where: \.isThrowing))
        }
        let parts = zip(given, texts).map { value, text in
            isList(value) ? text : SwiftExpression("[\(text.text)]", isThrowing: text.isThrowing)
        }
        return parts.dropFirst().reduce(parts[0]) { $0.infix("+", $1, .addition) }
    }

    // MARK: Compiled classes

    private func translateInitializer(_ className: String, _ call: TypedCall) -> SwiftExpression {
        let name = naming.type(className)
        let initializer = context.classes[className]?.method("__init__")
        let arguments = translateArguments(call, of: initializer)
        let throwing = context.throwingFunctions.contains("\(className).__init__")
            || context.component(for: className) != nil
        return SwiftExpression("\(name)(\(arguments.text))", isThrowing: throwing || arguments.isThrowing)
    }

    /// The first argument has no label, the others have their parameter's name; what equals the
    /// default is left out.
    private func translateArguments(_ call: TypedCall, of callee: TypedFunction?) -> SwiftExpression {
        guard let callee else { return SwiftExpression("") }
        var isThrowing = false
        let texts = callee.parameters.enumerated().compactMap { position, parameter -> String? in
            guard let value = call.argument(parameter.name) else { return nil }
            if let defaultValue = parameter.defaultValue, value.kind == defaultValue.kind { return nil }
            let translated = translate(value, as: parameter.type)
            isThrowing = isThrowing || translated.isThrowing
            let label = FunctionTranslator.label(parameter, position: position, naming: naming)
            return label.map { "\($0): \(translated.text)" } ?? translated.text
        }
        return SwiftExpression(texts.joined(separator: ", "), isThrowing: isThrowing)
    }

    /// The argument label of a parameter: none for the first.
    static func label(_ parameter: TypedParameter, position: Int, naming: Naming) -> String? {
        position == 0 ? nil : naming.member(parameter.name)
    }

    // MARK: Builtins

    private func translateBuiltin(_ name: String, _ call: TypedCall, _ whole: TypedExpression) -> SwiftExpression {
        let values = call.arguments.map(\.value)
        func argument(_ index: Int, as type: PythonType? = nil) -> SwiftExpression { translate(values[index], as: type) }
        switch (name, values.count) {
        case ("len", 1) where values[0].type.unwrapped == .string:
            return SwiftExpression("\(present(values[0]).receiver).unicodeScalars.count")
        case ("len", 1) where values[0].type.unwrapped == .array:
            return SwiftExpression("\(present(values[0]).receiver).dim(0)")
        case ("len", 1):
            return SwiftExpression("\(present(values[0]).receiver).count")
        case ("range", 1):
            return SwiftExpression("0..<\(argument(0, as: .integer).operand(.addition))", .range)
        case ("range", 2):
            return argument(0, as: .integer).infix("..<", argument(1, as: .integer), .range)
        case ("zip", 2):
            return SwiftExpression("zip(\(present(values[0]).text), \(present(values[1]).text))")
        case ("enumerate", 1):
            return SwiftExpression("\(present(values[0]).receiver).enumerated()")
        case ("any", 1), ("all", 1):
            return translateQuantifier(name, values[0])
        case ("min", 2...), ("max", 2...):
            let type: PythonType? = whole.type == .float ? .float : nil
            let texts = values.indices.map { argument($0, as: type).text }
            return SwiftExpression("\(name)(\(texts.joined(separator: ", ")))")
        case ("abs", 1):
            return SwiftExpression("abs(\(argument(0).text))")
        case ("float", 1):
            return values[0].type == .float ? argument(0) : SwiftExpression("Double(\(argument(0).text))")
        case ("str", 1):
            return values[0].type == .string ? argument(0) : SwiftExpression("String(\(argument(0).text))")
        case ("int", 1) where values[0].type == .integer:
            return argument(0)
        case ("int", 1) where values[0].type == .float && function.canThrow:
            return SwiftExpression("\(argument(0).receiver).truncatedToInt()", isThrowing: true)
        case ("list", 1):
            return SwiftExpression("Array(\(present(values[0]).text))")
        case ("dict.items", 1):
            return present(values[0])
        case ("dict.keys", 1), ("dict.values", 1):
            return SwiftExpression("\(present(values[0]).receiver).\(name.dropFirst(5))")
        case ("dict.pop", 3) where values[2].type == .none:
            return SwiftExpression("\(present(values[0]).receiver).removeValue(forKey: \(argument(1).text))")
        case ("dict.pop", 2):
            let key = argument(1).text
            return SwiftExpression(
                "required(\(present(values[0]).receiver).removeValue(forKey: \(key)), \(key))", isThrowing: true)
        case ("dict.get", 2):
            return SwiftExpression("\(present(values[0]).receiver)[\(argument(1).text)]")
        case ("dict.get", 3):
            return SwiftExpression("\(present(values[0]).receiver)[\(argument(1).text)]").infix("??", argument(2), .nilCoalescing)
        case ("list.append", 2):
            return SwiftExpression("\(present(values[0]).receiver).append(\(argument(1).text))")
        case ("list.extend", 2):
            return SwiftExpression("\(present(values[0]).receiver).append(contentsOf: \(argument(1).text))")
        default:
            report("call of '\(name)'", at: whole.span, "has no translation with \(values.count) arguments yet")
            return SwiftExpression("nil")
        }
    }
}

extension Operations.Operation {
    /// The Swift case for a literal string argument, where the row lists the values.
    fileprivate func swiftValue(of argument: TypedArgument) -> String? {
        guard case .constant(.string(let text)) = argument.value.kind else { return nil }
        return values[argument.parameter]?[text]
    }
}

extension TypedExpression {
    /// Whether a literal argument is what the parameter's default is.
    fileprivate func matchesDefault(_ source: String?) -> Bool {
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

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
