import Analysis
import Operations

/// Values whose type only the value itself tells: JSON, masks, instances of a protocol.
extension FunctionTranslator {
    /// `isinstance(value, type)`
    func translateInstanceTest(_ value: TypedExpression, _ type: PythonType) -> SwiftExpression {
        let stored = storageType(value)
        let text = translateUnconverted(value)
        switch (stored.unwrapped, type) {
        case (PythonType.mask, .array):
            return SwiftExpression("\(text.receiver).array != nil", .comparison)
        case (PythonType.mask, .string):
            return SwiftExpression("\(text.receiver).isCausal")
        case (.json, _):
            let test: String? =
                switch type {
                case .integer: "isInteger"
                case .float: "isFloat"
                case .string: "isString"
                case .boolean: "isBoolean"
                case .list: "isList"
                case .json, .dictionary: "isDictionary"
                default: nil
                }
            guard let test else { break }
            return stored.isOptional
                ? SwiftExpression("\(text.receiver)?.\(test) == true", .comparison)
                : SwiftExpression("\(text.receiver).\(test)", isThrowing: text.isThrowing)
        case (.library, .library), (.either, .instance), (.either, .either):
            return SwiftExpression("\(text.operand(.cast)) is \(context.swift(type))", .cast)
        default:
            break
        }
        report("isinstance", at: value.span, type: stored, "this test has no translation")
        return SwiftExpression("false")
    }

    /// A JSON value as what its place expects, or as what a test has shown it to be.
    func converted(json expression: TypedExpression, stored: PythonType, to expected: PythonType)
        -> SwiftExpression?
    {
        if case .dictionary = expression.kind, stored == .json {
            // A literal is whatever kind of JSON value its place has.
            return nil
        }
        if expected.unwrapped == .json, stored.unwrapped != .json, expression.type != .unknown {
            return expression.type == .none && expected.isOptional ? nil : jsonValue(expression)
        }
        guard stored.unwrapped == .json else { return nil }
        // What a test has shown counts where the place expects nothing in particular.
        let target =
            expected.unwrapped == .json || expected == .unknown ? expression.type : expected
        guard target.unwrapped != .json, target != .unknown, target != .none else { return nil }
        let value = translateUnconverted(expression)
        let access = stored.isOptional ? "?" : ""
        let member: String
        switch target.unwrapped {
        case .float: member = "doubleValue"
        case .integer: member = "intValue"
        case .string: member = "stringValue"
        case .boolean: member = "boolValue"
        case .list(.json), .list(.unknown): member = "arrayValue"
        case .list(.integer): member = "intValues"
        case .list(.float): member = "doubleValues"
        case .list(.string): member = "stringValues"
        case .library("RoPEScaling"): member = "ropeScaling"
        default:
            report(
                "JSON value", at: expression.span, type: stored, "cannot be used as \(target)",
                hint: "an override can state the type of the configuration's entry")
            return nil
        }
        let read = SwiftExpression(
            "\(value.receiver)\(access).\(member)", isThrowing: value.isThrowing)
        return target.isOptional ? read : unwrapped(read, named: expression)
    }

    /// A configuration as the one that it extends, which it holds.
    func upcast(_ expression: TypedExpression, to expected: PythonType) -> SwiftExpression? {
        guard case .instance(let name) = expression.type.unwrapped,
            case .instance(let target) = expected.unwrapped, name != target,
            var typed = context.classes[name], typed.base != nil
        else { return nil }
        var text = present(expression).receiver
        while typed.dottedName != target, let base = typed.base, let next = context.classes[base] {
            if !typed.isSynonym { text += ".base" }
            typed = next
        }
        return SwiftExpression(text)
    }

    /// A mask or an instance of a protocol as what a test has shown it to be.
    func downcast(
        _ expression: TypedExpression, stored: PythonType, to expected: PythonType
    ) -> SwiftExpression? {
        switch (stored.unwrapped, expression.type) {
        case (PythonType.mask, .array),
            (PythonType.mask, .optional(.array)) where expected == .array:
            let value = translateUnconverted(expression)
            return unwrapped(
                SwiftExpression("\(value.receiver).array", isThrowing: value.isThrowing),
                named: expression)
        case (PythonType.mask, .optional(.array)):
            let value = translateUnconverted(expression)
            return SwiftExpression("\(value.receiver).array", isThrowing: value.isThrowing)
        case (.library(let name), .library(let other)) where name != other:
            guard context.table.types[name]?.isProtocol == true,
                context.table.types[other]?.isProtocol == false
            else { return nil }
            let value = translateUnconverted(expression)
            return SwiftExpression("\(value.operand(.cast)) as! \(other)", .cast)
        default:
            return nil
        }
    }

    /// `{"a": 1}`, `{}`
    func translateDictionary(_ items: [TypedDictionaryItem], _ whole: TypedExpression)
        -> SwiftExpression
    {
        let type: PythonType
        switch whole.type.unwrapped {
        case .dictionary(_, let value) where !items.isEmpty: type = value
        case .library("WeightTree"): type = whole.type
        case .json: type = .json
        default: return SwiftExpression("[:]")
        }
        var isThrowing = false
        let entries = items.map { item -> String in
            guard let name = item.key else {
                report("dictionary display", at: whole.span, "'**' is not supported in it")
                return ""
            }
            let (key, value) = (translate(name), translate(item.value, as: type))
            isThrowing = isThrowing || key.isThrowing || value.isThrowing
            return "\(key.text): \(value.text)"
        }
        return SwiftExpression("[\(entries.joined(separator: ", "))]", isThrowing: isThrowing)
    }

    /// `RoPEScaling` and dictionaries of a JSON file.
    func translateJSONMethod(_ name: String, _ values: [TypedExpression]) -> SwiftExpression? {
        let object = present(values[0])
        switch (name, values.count) {
        case ("get", 2):
            return SwiftExpression(
                "\(object.receiver).get(\(translate(values[1]).text))",
                isThrowing: object.isThrowing)
        case ("get", 3):
            let fallback = jsonValue(values[2])
            return SwiftExpression(
                "\(object.receiver)[\(translate(values[1]).text)]", isThrowing: object.isThrowing
            ).infix("??", fallback, .nilCoalescing)
        case ("pop", 2):
            let key = translate(values[1]).text
            return SwiftExpression(
                "required(\(object.receiver).removeValue(forKey: \(key)), \(key))", isThrowing: true
            )
        case ("pop", 3):
            let removed = SwiftExpression(
                "\(object.receiver).removeValue(forKey: \(translate(values[1]).text))",
                isThrowing: object.isThrowing)
            return values[2].type == .none
                ? removed : removed.infix("??", jsonValue(values[2]), .nilCoalescing)
        case ("keys", 1):
            return SwiftExpression("\(object.receiver).keys", isThrowing: object.isThrowing)
        case ("items", 1), ("values", 1):
            let isScaling = values[0].type.unwrapped == .library("RoPEScaling")
            let entries =
                isScaling
                ? SwiftExpression("\(object.receiver).values", isThrowing: object.isThrowing)
                : entries(of: values[0])
            return name == "items"
                ? entries
                : SwiftExpression("\(entries.receiver).values", isThrowing: entries.isThrowing)
        default:
            return nil
        }
    }

    /// A value as a JSON value: a literal becomes one by itself.
    private func jsonValue(_ value: TypedExpression) -> SwiftExpression {
        switch value.kind {
        case .list(let elements) where !elements.isEmpty:
            return list(elements.map(jsonValue), "[", "]")
        case .dictionary(let items) where !items.isEmpty:
            return translateDictionary(items, TypedExpression(value.kind, .json, span: value.span))
        default: break
        }
        let text = translateUnconverted(value)
        if value.isJSONLiteral { return text }
        func wrapped(_ kind: String) -> SwiftExpression {
            SwiftExpression("JSONValue.\(kind)(\(text.text))", isThrowing: text.isThrowing)
        }
        switch value.type {
        case .none: return SwiftExpression("JSONValue.null")
        case .boolean: return wrapped("bool")
        case .integer: return wrapped("int")
        case .float: return wrapped("double")
        case .string: return wrapped("string")
        case .json: return text
        case .list(.unknown): return SwiftExpression("[]")
        case .dictionary(.unknown, .unknown): return SwiftExpression("[:]")
        case .list(.json): return wrapped("array")
        case .dictionary(.string, .json): return wrapped("object")
        case .optional(.integer):
            return SwiftExpression("\(text.receiver).map { JSONValue.int($0) } ?? .null")
        case .optional(.float):
            return SwiftExpression("\(text.receiver).map { JSONValue.double($0) } ?? .null")
        default:
            report("default", at: value.span, type: value.type, "cannot stand for a JSON value")
            return text
        }
    }
}

extension TypedExpression {
    /// Whether the Swift literal for it is a JSON value of the same kind.
    fileprivate var isJSONLiteral: Bool {
        switch kind {
        case .constant(.integer), .constant(.float), .constant(.string), .constant(.boolean): true
        case .unary(.minus, let operand): operand.isJSONLiteral
        default: false
        }
    }
}
