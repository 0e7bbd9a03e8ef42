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
        case (.library, _) where type == stored.unwrapped && context.isReplaced(type):
            // In Swift the layers that take its place are subclasses.
            return SwiftExpression(
                "isInstance(\(text.text), ofExactly: \(context.swift(type)).self)")
        case (.library, .library), (.library, .instance), (.either, .instance),
            (.either, .either):
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
        if case .dictionary(let items) = expression.kind, stored == .json, !items.isOpen {
            // A literal is whatever kind of JSON value its place has.
            return nil
        }
        if expected.unwrapped == .json, stored.unwrapped != .json, expression.type != .unknown {
            if expected.isOptional, let list = optionalJSON(expression) { return list }
            return expression.type == .none && expected.isOptional ? nil : jsonValue(expression)
        }
        guard stored.unwrapped == .json else { return nil }
        if expected.unwrapped == .json, case .list = expression.type.unwrapped {
            let isMissing = stored.isOptional && !expected.isOptional
            return isMissing
                ? unwrapped(translateUnconverted(expression), named: expression) : nil
        }
        // What a test has shown counts where the place expects nothing in particular.
        let target =
            expected.unwrapped == .json || expected == .unknown ? expression.type : expected
        guard target.unwrapped != .json, target != .unknown, target != .none else { return nil }
        if !canThrow, let number = Self.numbers[target] {
            return SwiftExpression(
                "\(number)(json: \(entry(expression).text), named: \"\(expression.pythonName)\")")
        }
        let value = translateUnconverted(expression)
        let access = !stored.isOptional ? "" : canThrow || target.isOptional ? "?" : "!"
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

    /// The numbers that a forward pass reads of a JSON value by an initialiser of theirs, which reports what is none.
    private static let numbers: [PythonType: String] = [.float: "Double", .integer: "Int"]

    /// A JSON value, or nil where it or what it is an entry of is absent.
    private func entry(_ expression: TypedExpression) -> (text: String, isOptional: Bool) {
        guard case .element(let base, let index) = expression.kind,
            [.json, .library("RoPEScaling")].contains(base.type.unwrapped)
        else {
            return (translateUnconverted(expression).text, storageType(expression).isOptional)
        }
        let (object, isOptional) = entry(base)
        return ("\(object)\(isOptional ? "?" : "")[\(translate(index).text)]", true)
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
        case (PythonType.mask, .array) where expected != .mask,
            (PythonType.mask, .optional(.array)) where expected == .array:
            let value = translateUnconverted(expression)
            return unwrapped(
                SwiftExpression("\(value.receiver).array", isThrowing: value.isThrowing),
                named: expression)
        case (PythonType.mask, .optional(.array)) where expected != .mask:
            let value = translateUnconverted(expression)
            return SwiftExpression("\(value.receiver).array", isThrowing: value.isThrowing)
        case (.library(let name), .library(let other)) where name != other:
            guard context.table.types[name]?.isProtocol == true,
                context.table.types[other]?.isProtocol == false
            else { return nil }
            let value = translateUnconverted(expression)
            return SwiftExpression("\(value.operand(.cast)) as! \(other)", .cast)
        case (.library(let name), _):
            // Any cache is passed where a model's own is taken.
            guard case .instance(let own) = expected.unwrapped, expression.type != .none,
                context.table.types[name]?.isProtocol == true,
                context.classes[own]?.extendsObject == true
            else { return nil }
            let type = stored.isOptional ? expected : expected.unwrapped
            return SwiftExpression(
                "\(translateUnconverted(expression).operand(.cast)) as! \(context.swift(type))",
                .cast)
        default:
            return nil
        }
    }
}

extension FamilyContext {
    /// Whether layers of the type are replaced when a model is quantised or adapted.
    func isReplaced(_ type: PythonType) -> Bool {
        guard case .library(let name) = type else { return false }
        return table.types[name]?.isReplaced == true
    }
}
