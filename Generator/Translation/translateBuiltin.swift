import Analysis
import Operations
import PythonSyntax

/// Calls of functions that Python has built in.
extension FunctionTranslator {
    /// `float("inf")` and its like.
    private static func spelledNumber(_ text: String) -> SwiftExpression? {
        switch text.lowercased() {
        case "inf", "infinity", "+inf": SwiftExpression("Double.infinity")
        case "-inf", "-infinity": SwiftExpression("-Double.infinity", .prefix)
        case "nan": SwiftExpression("Double.nan")
        default: nil
        }
    }

    func translateBuiltin(_ name: String, _ call: TypedCall, _ whole: TypedExpression)
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
            let parts = values.indices.map { argument($0, as: type ?? values[$0].type.unwrapped) }
            return SwiftExpression(
                "\(name)(\(parts.map(\.text).joined(separator: ", ")))",
                isThrowing: parts.contains(where: \.isThrowing))
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
        case ("refused", 1):
            return SwiftExpression("refusedCall(\(argument(0).text))")
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
        case ("dict.clear", 1), ("list.clear", 1), ("set.clear", 1):
            return SwiftExpression("\(present(values[0]).receiver).removeAll()")
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

extension TypedExpression {
    /// The step of a range that a literal says, if it is one.
    fileprivate var rangeStep: Int? { integerLiteral.flatMap { $0 == 0 ? nil : $0 } }

    /// Whether a number is a length, a dimension or a literal.
    var isNeverNegative: Bool {
        switch kind {
        case .constant: true
        case .call(let call): call.callee == .builtin("len")
        case .element(let base, _): if case .shape = base.kind { true } else { false }
        default: false
        }
    }
}
