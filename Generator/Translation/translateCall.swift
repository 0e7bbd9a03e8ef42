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
            // A protocol's methods have no defaults.
            let classes = receiver.type.alternatives
            let arguments = translateArguments(
                call, of: context.classes[className]?.method(name), isComplete: classes != nil)
            if context.classes[className]?.method(name)?.isStatic == true {
                let type = isSelf ? "Self" : naming.type(className)
                return SwiftExpression(
                    "\(type).\(naming.member(name))(\(arguments.text))",
                    isThrowing: context.throwingFunctions.contains("\(className).\(name)")
                        || arguments.isThrowing)
            }
            let own =
                isShadowed(naming.member(name))
                ? "self.\(naming.member(name))" : naming.member(name)
            let path =
                name == "__call__"
                ? object.receiver : isSelf ? own : "\(object.receiver).\(naming.member(name))"
            let throwing = (classes ?? [className]).contains {
                context.throwingFunctions.contains("\($0).\(name)")
            }
            return SwiftExpression(
                "\(path)(\(arguments.text))",
                isThrowing: throwing || object.isThrowing || arguments.isThrowing)
        case .function(let dotted):
            let arguments = translateArguments(call, of: context.function(dotted))
            let throwing = context.throwingFunctions.contains(dotted)
            return SwiftExpression(
                "\(naming.function(dotted))(\(arguments.text))",
                isThrowing: throwing || arguments.isThrowing)
        case .localFunction(let name):
            let local = localFunctions[name]
            let arguments = translateArguments(call, of: local?.function)
            return SwiftExpression(
                "\(naming.member(name))(\(arguments.text))",
                isThrowing: local?.isThrowing == true || arguments.isThrowing)
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
                argument.parameter == "self" || operation.hasMembersRead(of: argument.parameter)
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
        for form in operation.isSuper ? operation.superForms : operation.swift
        where form.applies(
            { operation.givenType(of: $0, in: call) },
            literal: { operation.literal(of: $0, in: call) })
            && (canThrow || !form.throwing)
        {
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

    // MARK: Compiled classes

    private func translateInitializer(_ className: String, _ call: TypedCall) -> SwiftExpression {
        let name = naming.type(className)
        if let typed = context.classes[className], typed.kind == .dataclass {
            // All fields have their defaults, as in a file that states none.
            return call.arguments.isEmpty && typed.isDecoded
                ? SwiftExpression("\(name).withDefaults()", isThrowing: true) : made(typed, call)
        }
        let initializer = context.classes[className]?.method("__init__")
        let arguments = translateArguments(call, of: initializer)
        let throwing =
            context.throwingFunctions.contains("\(className).__init__")
            || context.component(for: className) != nil
        return SwiftExpression(
            "\(name)(\(arguments.text))", isThrowing: throwing || arguments.isThrowing)
    }

    /// `BlockConfiguration(kernelSize: 3)`
    private func made(_ typed: TypedClass, _ call: TypedCall) -> SwiftExpression {
        let given = typed.fields.compactMap { field -> SwiftExpression? in
            guard let value = call.argument(field.name), value.kind != field.defaultValue?.kind
            else { return nil }
            let translated = translate(value, as: field.type)
            let label = context.property(field.name, of: typed.dottedName)
            return SwiftExpression(
                "\(label.asArgumentLabel): \(translated.text)", isThrowing: translated.isThrowing)
        }
        return list(given, "\(naming.type(typed.dottedName))(", ")")
    }

    /// The first argument has no label, the others have their parameter's name; what equals the
    /// default is left out.
    ///
    /// - Parameter isComplete: whether defaults are written out.
    private func translateArguments(
        _ call: TypedCall, of callee: TypedFunction?, isComplete: Bool = false
    ) -> SwiftExpression {
        guard let callee else { return SwiftExpression("") }
        var isThrowing = false
        let texts = callee.parameters.enumerated().compactMap { position, parameter -> String? in
            if parameter.isArrayBesideNumber,
                call.argument(parameter.name)?.type.unwrapped != .array
            {
                report(
                    "argument '\(parameter.name)'", at: function.span,
                    "is a number in a call of '\(callee.name)', and an array in others",
                    hint: "an operation takes a number otherwise than an array of one")
            }
            let usual = isComplete ? parameter.defaultValue : nil
            guard let value = call.argument(parameter.name) ?? usual, parameter.type != .none else {
                return nil
            }
            if !isComplete, let defaultValue = parameter.defaultValue,
                value.kind == defaultValue.kind
            {
                return nil
            }
            let translated = translate(value, as: parameter.type)
            isThrowing = isThrowing || translated.isThrowing
            let label = FunctionTranslator.label(parameter, position: position, naming: naming)
            return label.map { "\($0.asArgumentLabel): \(translated.text)" } ?? translated.text
        }
        return SwiftExpression(texts.joined(separator: ", "), isThrowing: isThrowing)
    }

    /// The argument label of a parameter: none for the first.
    static func label(_ parameter: TypedParameter, position: Int, naming: Naming) -> String? {
        position == 0 ? nil : naming.member(parameter.name)
    }

    // MARK: Builtins

    /// `float("inf")` and its like.
    private static func spelledNumber(_ text: String) -> SwiftExpression? {
        switch text.lowercased() {
        case "inf", "infinity", "+inf": SwiftExpression("Double.infinity")
        case "-inf", "-infinity": SwiftExpression("-Double.infinity", .prefix)
        case "nan": SwiftExpression("Double.nan")
        default: nil
        }
    }

    private func translateBuiltin(_ name: String, _ call: TypedCall, _ whole: TypedExpression)
        -> SwiftExpression
    {
        // Its truth may have a spelling where the value itself has none.
        if name == "bool", call.arguments.count == 1 { return condition(call.arguments[0].value) }
        let text = builtinText(name, call, whole)
        // Arithmetic on JSON numbers has a spelling only where its place is known.
        let isThrowing = call.arguments.contains {
            !$0.value.isArithmetic && translate($0.value).isThrowing
        }
        return SwiftExpression(
            text.text, text.precedence, isThrowing: text.isThrowing || isThrowing)
    }

    private func builtinText(_ name: String, _ call: TypedCall, _ whole: TypedExpression)
        -> SwiftExpression
    {
        let values = call.arguments.map(\.value)
        func argument(_ index: Int, as type: PythonType? = nil) -> SwiftExpression {
            translate(values[index], as: type)
        }
        switch (name, values.count) {
        case ("len", 1) where values[0].type.unwrapped == .string:
            return SwiftExpression("\(present(values[0]).receiver).unicodeScalars.count")
        case ("len", 1) where values[0].type.unwrapped.isArray:
            return SwiftExpression("\(present(values[0]).receiver).dim(0)")
        case ("len", 1) where values[0].type.unwrapped == .json:
            return ofJSON(values[0], "pythonCount")
        case ("len", 1):
            return SwiftExpression("\(present(values[0]).receiver).count")
        case ("from_dict", 1):
            let value = argument(0, as: .json)
            return SwiftExpression(
                "decodeConfiguration(\(context.swift(whole.type)).self, from: \(value.text))",
                isThrowing: true)
        case ("is_field", 2):
            let keys = "\(context.swift(values[1].type)).CodingKeys"
            return SwiftExpression(
                "\(keys)(stringValue: \(argument(0).text)) != nil", .comparison)
        case ("range", 1), ("range", 2):
            return translateRange(values)
        case ("round", 2) where values[0].type == .float:
            let (value, digits) = (argument(0, as: .float), argument(1, as: .integer))
            return SwiftExpression(
                "pythonRound(\(value.text), digits: \(digits.text))",
                isThrowing: value.isThrowing || digits.isThrowing)
        case ("range", 3):
            let (start, end) = (argument(0, as: .integer), argument(1, as: .integer))
            let step = argument(2, as: .integer)
            let isThrowing = [start, end, step].contains(where: \.isThrowing)
            if let step = values[2].rangeStep {
                return SwiftExpression(
                    "stride(from: \(start.text), to: \(end.text), by: \(step))",
                    isThrowing: isThrowing)
            }
            return SwiftExpression(
                "pythonRange(\(start.text), \(end.text), step: \(step.text))",
                isThrowing: isThrowing)
        case ("zip", 2...5):
            return SwiftExpression(
                "zip(\(values.map { iterated($0).text }.joined(separator: ", ")))")
        case ("pairs", 1), ("triples", 1), ("quadruples", 1):
            let rows = present(values[0])
            // A loop's head takes no trailing closure.
            let list = rows.receiver.replacing(
                " { $0.asArray(Int.self) }", with: "({ $0.asArray(Int.self) })")
            return SwiftExpression("\(list).\(name)", isThrowing: rows.isThrowing)
        case ("enumerate", 1):
            let sequence = present(values[0])
            return SwiftExpression(
                "\(sequence.receiver).enumerated()", isThrowing: sequence.isThrowing)
        case ("enumerate", 2):
            let (sequence, start) = (iterated(values[0]), argument(1, as: .integer))
            return SwiftExpression(
                "zip(\(start.receiver)..., \(sequence.text))",
                isThrowing: sequence.isThrowing || start.isThrowing)
        case ("any", 1), ("all", 1):
            return translateQuantifier(name, values[0])
        case ("min", 2...), ("max", 2...):
            let type: PythonType? = whole.type == .float ? .float : nil
            let texts = values.indices.map { argument($0, as: type).text }
            return SwiftExpression("\(name)(\(texts.joined(separator: ", ")))")
        case ("abs", 1):
            return SwiftExpression("abs(\(argument(0).text))")
        case ("float", 1) where values[0].stringLiteral.flatMap(Self.spelledNumber) != nil:
            return values[0].stringLiteral.flatMap(Self.spelledNumber)!
        case ("float", 1):
            return [.float, .json].contains(values[0].type.unwrapped)
                ? argument(0, as: .float) : SwiftExpression("Double(\(argument(0).text))")
        case ("str", 1) where [.string, .integer, .float].contains(values[0].type):
            return values[0].type == .string
                ? argument(0) : SwiftExpression("String(\(argument(0).text))")
        case ("int", 1) where values[0].type == .integer:
            return argument(0)
        case ("int", 1) where values[0].type.unwrapped == .float && canThrow:
            return SwiftExpression(
                "\(present(values[0]).receiver).truncatedToInt()", isThrowing: true)
        case ("int", 1) where values[0].type.unwrapped == .float:
            return SwiftExpression("Int(\(present(values[0]).text))")
        case ("int", 1) where values[0].type.unwrapped.isArray:
            let array = present(values[0])
            return SwiftExpression(
                "\(array.receiver).item(Int.self)", isThrowing: array.isThrowing)
        case ("int", 1) where values[0].type == .boolean:
            let test = condition(values[0])
            return SwiftExpression(
                "\(test.operand(.disjunction)) ? 1 : 0", .ternary, isThrowing: test.isThrowing)
        case ("int", 1) where values[0].type.unwrapped == .integer:
            return present(values[0])
        case ("repr", 1):
            return SwiftExpression("\(argument(0).receiver).quoted")
        case ("json.integer", 1):
            return argument(0, as: .integer)
        case ("int", 1) where values[0].isArithmetic && canThrow:
            return SwiftExpression(
                "\(argument(0, as: .float).receiver).truncatedToInt()", isThrowing: true)
        case ("int", 1) where values[0].type.unwrapped == .json && canThrow:
            return SwiftExpression(
                "\(present(values[0]).receiver).truncatedToInt()", isThrowing: true)
        case ("int", 1) where values[0].type.unwrapped == .string && canThrow:
            return SwiftExpression(
                "\(present(values[0]).receiver).parsedInt()", isThrowing: true)
        case ("int", 1) where values[0].type.unwrapped == .string:
            return SwiftExpression("wholeNumber(\(present(values[0]).text))")
        case ("round", 1) where canThrow:
            return SwiftExpression("pythonRound(\(argument(0, as: .float).text))", isThrowing: true)
        case ("slice", 1...3):
            return translateSliceObject(values)
        case ("setattr", 3):
            return translateNamedAssignment(values)
        case ("getattr", 2):
            return unwrapped(translateNamedAttribute(values), named: values[1])
        case ("print", 1...):
            let texts = values.map { value -> String in
                if case .formattedString(let parts) = value.kind {
                    return translateFormatted(parts, isMessage: true).text
                }
                return translate(value).text
            }
            return SwiftExpression("warn(\(texts.joined(separator: ", ")))")
        case ("set", 0) where whole.type == .set(.unknown):
            // The place tells of what.
            return SwiftExpression("[]")
        case ("set", 0), ("frozenset", 0):
            return SwiftExpression("\(context.swift(whole.type))()")
        case ("set", 1), ("frozenset", 1):
            return SwiftExpression("Set(\(iterated(values[0]).text))")
        case ("set.add", 2):
            let element = member(argument(1), of: values[0].type)
            return SwiftExpression(
                "\(argument(0).receiver).insert(\(element.text))", isThrowing: element.isThrowing)
        case ("set.issubset", 2):
            return SwiftExpression("\(argument(0).receiver).isSubset(of: \(argument(1).text))")
        case ("sorted", 1):
            return SwiftExpression("\(iterated(values[0]).receiver).sorted()")
        case ("reversed", 1):
            return SwiftExpression("\(iterated(values[0]).receiver).reversed()")
        case ("sum", 1) where values[0].type == .list(.boolean):
            return translateQuantifier(name, values[0])
        case ("sum", 1) where [.integer, .float].contains(whole.type):
            return SwiftExpression("\(iterated(values[0]).receiver).reduce(0, +)")
        case ("sum", 1) where whole.type == .array:
            return SwiftExpression("pythonSum(\(iterated(values[0]).text))")
        case ("min", 1), ("max", 1):
            // Of a value of a file the least and greatest element is its own.
            let isOfFile = values[0].type.unwrapped == .json
            let elements = isOfFile ? collection(values[0]) : iterated(values[0])
            return unwrapped(SwiftExpression("\(elements.receiver).\(name)()"), named: values[0])
        case ("next", 1...2):
            return translateNext(values)
        case ("list", 1), ("tuple", 1):
            return SwiftExpression("Array(\(iterated(values[0]).text))")
        case (_, 1...) where name.hasPrefix("json."):
            if let text = translateJSONMethod(String(name.dropFirst(5)), values) { return text }
            report(
                "method '\(name.dropFirst(5))'", at: whole.span, type: values[0].type,
                "has no translation")
            return SwiftExpression("nil")
        case ("dict.items", 1):
            guard case .dictionary = values[0].kind else { return present(values[0]) }
            return SwiftExpression(
                "(\(argument(0).text) as \(context.swift(values[0].type)))",
                isThrowing: argument(0).isThrowing)
        case ("dict.keys", 1), ("dict.values", 1):
            return SwiftExpression("\(present(values[0]).receiver).\(name.dropFirst(5))")
        case ("dict.setdefault", 3):
            let value: PythonType? =
                if case .dictionary(_, let type) = storageType(values[0]) { type } else { nil }
            return SwiftExpression(
                "\(present(values[0]).receiver).setDefault(\(argument(2, as: value).text), forKey: \(argument(1).text))"
            )
        case ("dict.pop", 3) where values[2].type == .none:
            return SwiftExpression(
                "\(present(values[0]).receiver).removeValue(forKey: \(argument(1).text))")
        case ("dict.pop", 2):
            let key = argument(1).text
            return SwiftExpression(
                "required(\(present(values[0]).receiver).removeValue(forKey: \(key)), \(key))",
                isThrowing: true)
        case ("dict.update", 2):
            // Of two entries with one key the last one stays.
            let entries = collection(values[1])
            return SwiftExpression(
                "\(present(values[0]).receiver).merge(\(entries.text)) { $1 }",
                isThrowing: entries.isThrowing)
        case ("array.tolist", 1):
            let array = present(values[0])
            return SwiftExpression(
                listed(array.receiver, as: whole.type), isThrowing: array.isThrowing)
        case ("dict.get", 2):
            return SwiftExpression("\(present(values[0]).receiver)[\(argument(1).text)]")
        case ("dict.get", 3):
            return SwiftExpression("\(present(values[0]).receiver)[\(argument(1).text)]").infix(
                "??", argument(2), .nilCoalescing)
        case ("list.append", 2):
            return SwiftExpression("\(present(values[0]).receiver).append(\(argument(1).text))")
        case ("list.extend", 2):
            return SwiftExpression(
                "\(present(values[0]).receiver).append(contentsOf: \(argument(1).text))")
        default:
            report(
                "call of '\(name)'", at: whole.span,
                "has no translation with \(values.count) arguments yet")
            return SwiftExpression("nil")
        }
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

    /// The type under which an argument's condition is looked up: `None` where the argument is left
    /// out and that is its default; the elements' where several are written for a variadic one.
    fileprivate func givenType(of name: String, in call: TypedCall) -> PythonType? {
        let parameter = parameter(named: name)
        guard let value = call.argument(name) else {
            return parameter?.defaultValue == "None" ? PythonType.none : nil
        }
        if value.type.unwrapped == .json, let parameter { return parameter.type(for: value.type) }
        guard parameter?.isVariadic == true else { return value.displayedType }
        switch value.kind {
        case .tuple(let elements), .list(let elements): return elements.first?.type
        default: return value.type
        }
    }

    /// The text of a literal string argument, or of its default.
    fileprivate func literal(of name: String, in call: TypedCall) -> String? {
        guard let value = call.argument(name) else {
            return parameter(named: name)?.defaultValue?.trimmingQuotes
        }
        return value.stringLiteral
    }
}

extension String {
    fileprivate var trimmingQuotes: String { String(drop { $0 == "'" }.prefix { $0 != "'" }) }
}

extension TypedExpression {
    fileprivate var stringLiteral: String? {
        if case .constant(.string(let text)) = kind { text } else { nil }
    }
}

extension FunctionTranslator {
    /// The numbers of an array as lists, as deep as the type says.
    private func listed(_ array: String, as type: PythonType) -> String {
        switch type {
        case .list(let element) where element.isList:
            "\(array).map { \(listed("$0", as: element)) }"
        // The engine's devices need not have float64.
        case .list(.float): "\(array).asArray(Float.self).map(Double.init)"
        case .list(.boolean): "\(array).asArray(Bool.self)"
        default: "\(array).asArray(Int.self)"
        }
    }

    /// `range(end)`, `range(start, end)`. Where the end may lie before the start Python's range is empty
    /// and Swift's traps, so such an end is kept from it.
    private func translateRange(_ bounds: [TypedExpression]) -> SwiftExpression {
        let end = translate(bounds[bounds.count - 1], as: .integer)
        let start = bounds.count > 1 ? translate(bounds[0], as: .integer) : SwiftExpression("0")
        let isBounded = bounds.count == 1 && bounds[0].isNeverNegative
        let upper =
            isBounded
            ? end : SwiftExpression("max(\(start.text), \(end.text))", isThrowing: end.isThrowing)
        return start.infix("..<", upper, .range)
    }
}

extension Operation {
    /// Whether a spelling names members of an argument: `{config}.hiddenSize`.
    fileprivate func hasMembersRead(of parameter: String) -> Bool {
        swift.contains { $0.template.contains("{\(parameter)}.") }
    }
}

extension TypedExpression {
    /// The step of a range that a literal says, if it is one.
    fileprivate var rangeStep: Int? {
        switch kind {
        case .constant(.integer(let step)): step == 0 ? nil : step
        case .unary(.minus, let operand): operand.rangeStep.map { -$0 }
        default: nil
        }
    }

    /// Whether a number is a length, a dimension or a literal.
    var isNeverNegative: Bool {
        switch kind {
        case .constant: true
        case .call(let call): call.callee == .builtin("len")
        case .element(let base, _): if case .shape = base.kind { true } else { false }
        default: false
        }
    }

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

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension TypedExpression {
    /// The type as an argument: the elements of a list display are unwrapped one by one, as numbers are.
    fileprivate var displayedType: PythonType {
        guard case .list = kind, case .list(let element) = type else { return type }
        return .list(element.unwrapped)
    }
}
