import Analysis
import Operations
import PythonSyntax

/// Values as their places expect them: unwrapped, as numbers of another kind, as layers, as masks.
extension FunctionTranslator {
    /// The type with which Swift holds the expression's value, which may be optional where analysis
    /// has narrowed it.
    func storageType(_ expression: TypedExpression) -> PythonType {
        if let key = expression.bindingKey, bound[key] != nil {
            if case .element = expression.kind { return expression.type.unwrapped }
            return expression.type
        }
        switch expression.kind {
        case .local(let name):
            return storage[name] ?? expression.type
        case .attribute(let base, let name):
            if case .either(let names) = base.type.unwrapped {
                return context.family.requirements[names]?.attributes[name] ?? expression.type
            }
            guard case .instance(let className) = base.type.unwrapped,
                let info = context.classes[className]
            else { return expression.type }
            if let field = info.fields.first(where: { $0.name == name }) { return field.type }
            guard let attribute = info.attribute(name) else { return expression.type }
            return attribute.presence == .always ? attribute.type : attribute.type.madeOptional
        case .element(let base, _):
            guard let element = optionalElement(of: base.type) else { return expression.type }
            return element
        case .libraryAttribute(let base, let swift):
            guard let name = layer(of: base.type.unwrapped),
                let row = context.table.types[name]?.attributes.values.first(where: {
                    $0.swift == swift
                }), row.type.isOptional
            else { return expression.type }
            return row.type
        default:
            return expression.type
        }
    }

    /// Whether an expression reads an attribute that not every object of its class has.
    private func isMissing(_ expression: TypedExpression) -> Bool {
        guard case .attribute(let base, let name) = expression.kind,
            case .instance(let className) = base.type.unwrapped,
            let attribute = context.classes[className]?.attribute(name)
        else { return false }
        return attribute.presence != .always
    }

    /// What an index on a library's value gives, where that may be `nil`.
    func optionalElement(of type: PythonType) -> PythonType? {
        guard case .library(let name) = type.unwrapped,
            let element = context.table.types[name]?.elementType, element.isOptional
        else { return nil }
        return element
    }

    /// The library's type of a value: its own, or that which its class extends.
    private func layer(of type: PythonType) -> String? {
        switch type {
        case .library(let name): name
        case .instance(let name): context.classes[name]?.extendedLayer
        default: nil
        }
    }

    /// The expression converted to an expected type; `nil` if it already has it.
    func converted(_ expression: TypedExpression, to expected: PythonType)
        -> SwiftExpression?
    {
        let stored = storageType(expression)
        if stored.isAbsentTuple, expected.isOptional { return SwiftExpression("nil") }
        if let value = scaling(expression, stored, as: expected) { return value }
        if expected == .json, stored == .optional(.json), isMissing(expression) {
            return unwrapped(translateUnconverted(expression), named: expression)
        }
        if let value = converted(json: expression, stored: stored, to: expected) { return value }
        if let value = downcast(expression, stored: stored, to: expected) { return value }
        if let value = upcast(expression, to: expected) { return value }
        if expected == .mask { return maskConversion(expression, stored) }
        if expected == .numberOrArray, [.integer, .array].contains(expression.type) {
            let value = present(expression)
            return SwiftExpression(
                "\(expression.type == .array ? ".array" : ".number")(\(value.text))",
                isThrowing: value.isThrowing)
        }
        if expected.unwrapped == .array, stored == .mask, expression.type == .mask {
            let value = translateUnconverted(expression)
            let array = SwiftExpression("\(value.receiver).array", isThrowing: value.isThrowing)
            return expected.isOptional ? array : unwrapped(array, named: expression)
        }
        if expected == .library("LanguageModelOutput"), expression.type == .array {
            let logits = translateUnconverted(expression)
            return SwiftExpression(
                "LanguageModelOutput(logits: \(logits.text))", isThrowing: logits.isThrowing)
        }
        if expected == .integer, stored.unwrapped == .array {
            // Where Python takes an integer, an array of one element is one.
            let number = present(expression)
            return SwiftExpression(
                "\(number.receiver).item(Int.self)", isThrowing: number.isThrowing)
        }
        if expected.unwrapped == .list(.array), stored == .array {
            let rows = translateUnconverted(expression)
            return SwiftExpression("Array(\(rows.text))", isThrowing: rows.isThrowing)
        }
        if expected == .dictionary(key: .string, value: .array),
            case .dictionary(let items) = expression.kind, items.isEmpty
        {
            return SwiftExpression("[:]")
        }
        if case .list(let element) = expected.unwrapped, case .tuple(let elements) = expression.kind
        {
            return list(elements.map { translate($0, as: element) }, "[", "]")
        }
        if case .tuple(let elements) = expected, case .list = stored.unwrapped,
            expression.path != nil
        {
            let value = present(expression)
            let parts = elements.indices.map { "\(value.receiver)[\($0)]" }
            return SwiftExpression(
                "(\(parts.joined(separator: ", ")))", isThrowing: value.isThrowing)
        }
        if case .list(let element) = expected.unwrapped, case .tuple(let types) = stored {
            return elements(of: expression, types, as: element)
        }
        if case .list(let element) = expected.unwrapped, !element.isOptional,
            case .list(.optional(element)) = stored
        {
            return unwrappedElements(of: expression, element)
        }
        if stored.isOptional, stored != .none, !expected.isOptional, expected != .unknown,
            expected != .json
        {
            let value = unwrapped(translateUnconverted(expression), named: expression)
            return expected == .float && stored.unwrapped == .integer
                ? SwiftExpression("Double(\(value.text))", isThrowing: value.isThrowing) : value
        }
        if expected.unwrapped == .float, stored.unwrapped == .integer {
            if expression.isNumericLiteral { return nil }
            let value = translateUnconverted(expression)
            return stored.isOptional
                ? SwiftExpression("\(value.receiver).map(Double.init)")
                : SwiftExpression("Double(\(value.text))", isThrowing: value.isThrowing)
        }
        return nil
    }

    func maskConversion(_ expression: TypedExpression, _ stored: PythonType)
        -> SwiftExpression?
    {
        switch stored {
        case .none: SwiftExpression(".none")
        case .array: SwiftExpression(".array(\(translateUnconverted(expression).text))")
        case .string where expression.kind == .constant(.string("causal")):
            SwiftExpression(".causal")
        case .string: refusedMask(expression)
        case .optional(.array):
            SwiftExpression("AttentionMask(\(translateUnconverted(expression).text))")
        default: nil
        }
    }

    func refusedMask(_ expression: TypedExpression) -> SwiftExpression {
        report("mask", at: expression.span, type: expression.type, "only \"causal\" is a mask")
        return SwiftExpression(".none")
    }

    /// The value where Python would fail for `None`: an error where errors can be thrown, and a trap
    /// with the caller's line where a forward pass has no way to throw.
    func unwrapped(_ value: SwiftExpression, named expression: TypedExpression) -> SwiftExpression {
        guard canThrow || throwsAnyway && expression.type.isOptional else {
            return SwiftExpression("\(value.receiver)!")
        }
        return SwiftExpression(
            "required(\(value.text), \"\(expression.pythonName)\")", isThrowing: true)
    }

    /// Whether the function throws for another reason, although forward passes do not in general.
    private var throwsAnyway: Bool {
        function.compilation == nil
            && context.throwingFunctions.contains(
                "\(owner?.dottedName ?? module.parsed.name).\(function.name)")
    }

    /// The list with each of its elements unwrapped; a display unwraps them where they stand.
    private func unwrappedElements(of list: TypedExpression, _ element: PythonType)
        -> SwiftExpression?
    {
        if case .list = list.kind { return nil }
        let value = translateUnconverted(list)
        let part = unwrapped(SwiftExpression("$0"), named: list)
        let mark = part.isThrowing ? "try " : ""
        return SwiftExpression(
            "\(value.receiver).map { \(mark)\(part.text) }",
            isThrowing: value.isThrowing || part.isThrowing)
    }

    /// The expression without its `None`.
    func present(_ expression: TypedExpression) -> SwiftExpression {
        let stored = storageType(expression)
        if stored == .mask, expression.type.unwrapped == .array,
            let array = downcast(expression, stored: stored, to: .array)
        {
            return array
        }
        if stored.unwrapped == .json, case .list = expression.type,
            let list = converted(json: expression, stored: stored, to: .unknown)
        {
            return list
        }
        let value = translateUnconverted(expression)
        return stored.isOptional && stored != .none ? unwrapped(value, named: expression) : value
    }
}
