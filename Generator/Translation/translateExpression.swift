import Analysis
import Operations
import PythonSyntax

extension FunctionTranslator {
    /// The Swift expression for a typed one, converted to the type that its place expects.
    func translate(_ expression: TypedExpression, as expected: PythonType? = nil) -> SwiftExpression
    {
        if expression.makesElements, case .list(let element)? = expected, element != .unknown,
            element != .json
        {
            // The place tells what the elements have to be.
            return translateUnconverted(
                TypedExpression(expression.kind, .list(element), span: expression.span))
        }
        if let number = translateNumber(expression, as: expected) { return number }
        if let listed = expression.listedJSON, let expected, expected.isPlainList {
            return translate(listed, as: expected.unwrapped)
        }
        if expression.type.isAbsentTuple, (expected ?? expression.type).isAbsentTuple {
            report(
                "tuple of None", at: expression.span, "nothing tells what it stands for",
                hint: "a list of caches that `make_cache` makes would")
        }
        // What analysis has narrowed is unwrapped even where the place expects nothing special.
        return converted(expression, to: expected ?? expression.type)
            ?? translateUnconverted(expression)
    }

    func translateUnconverted(_ expression: TypedExpression) -> SwiftExpression {
        if let key = expression.bindingKey, let value = bound[key] { return value }
        switch expression.kind {
        case .local(let name):
            if storage[name] ?? expression.type == PythonType.none { return SwiftExpression("nil") }
            return SwiftExpression(names[name] ?? localName(name))
        case .selfObject:
            return SwiftExpression("self")
        case .constant(let constant):
            return translate(constant)
        case .globalConstant(let name):
            return SwiftExpression(naming.function(name))
        case .libraryConstant(let swift):
            return SwiftExpression(swift)
        case .classValue(let name):
            if name.hasSuffix(")") {
                report(
                    "class with arguments of its own", at: expression.span,
                    "is only supported where it is called")
            }
            return SwiftExpression(
                "\(context.table.classes[name]?.swiftName ?? naming.type(name)).self")
        case .attribute(let base, let name):
            if base.kind == .selfObject, let owner, context.isInherited(name, by: owner) {
                // A configuration's own methods may run before it is whole.
                return SwiftExpression("base.\(naming.member(name))")
            }
            if isInitializer, base.kind == .selfObject, let attribute = owner?.attribute(name),
                context.wrapper(for: attribute) != nil
            {
                // The superclass's part is not initialised yet.
                return SwiftExpression("_\(swiftAttribute(name, of: base)).wrappedValue")
            }
            return member(of: base, swiftAttribute(name, of: base))
        case .property(let base, let name):
            return member(of: base, naming.member(name))
        case .libraryAttribute(let base, let swift):
            if case .downcast(_, _, isForced: false) = base.kind {
                return SwiftExpression("\(translateUnconverted(base).receiver)?.\(swift)")
            }
            return member(of: base, swift)
        case .shape(let base):
            return member(of: base, "shape")
        case .element(let base, let index):
            return translateElement(base, index)
        case .sliced(let base, let indices):
            return translateSlice(base, indices)
        case .call(let call):
            return translateCall(call, expression)
        case .unary(let operation, let operand):
            return translateUnary(operation, operand)
        case .binary(let left, let operation, let right):
            return translateBinary(left, operation, right, expression)
        case .boolean(.or, let operands) where expression.type != .boolean:
            return translateFallback(operands, expression.type)
        case .boolean(.and, let operands) where expression.type == .integer:
            // Of `False and n` the value is False, which is 0.
            let (test, number) = (condition(operands[0]), translate(operands[1]))
            return SwiftExpression(
                "\(test.operand(.disjunction)) ? \(number.text) : 0", .ternary,
                isThrowing: test.isThrowing || number.isThrowing)
        case .boolean(let operation, let operands):
            guard operands.allSatisfy({ $0.type == .boolean }) else {
                report(
                    "'\(operation.rawValue)'", at: expression.span,
                    "has a value that is none of the operands' types")
                return SwiftExpression("false")
            }
            return junction(operation, operands)
        case .comparison(let left, let parts):
            return translateComparison(left, parts, isArray: expression.type.isArray)
        case .conditional(let test, let then, let otherwise):
            return translateConditional(test, then, otherwise, expression)
        case .tuple(let elements):
            if elements.count == 1 {
                report(
                    "tuple", at: expression.span,
                    "a tuple of one element is only supported as a shape")
            }
            return list(elements.map { translate($0) }, "(", ")")
        case .list(let elements):
            let element: PythonType? =
                if case .list(let type) = expression.type { type } else { nil }
            var values = elements.map { listedElement($0, as: element) }
            if element == .arrayIndex, let first = values.first { values[0] = first.asIndex }
            return list(values, "[", "]")
        case .comprehension(let kind, let element, let value, let clauses):
            return translateComprehension(kind, element, value, clauses, expression)
        case .formattedString(let parts):
            return translateFormatted(parts)
        case .isNone(let value, let negated) where storageType(value) == .mask:
            let mask = translateUnconverted(value).receiver
            return SwiftExpression(
                "\(negated ? "!" : "")\(mask).isNone", negated ? .prefix : .primary)
        case .isNone(let value, let negated):
            let text = translate(value)
            return SwiftExpression(
                "\(text.operand(.nilCoalescing)) \(negated ? "!=" : "==") "
                    + (storageType(value) == .json ? ".null" : "nil"),
                .comparison, isThrowing: text.isThrowing)
        case .isInstance(let value, let type):
            return translateInstanceTest(value, type)
        case .downcast(let value, let type, isForced: true)
        where canThrow && context.isConfiguration(value.type):
            return requiredConfiguration(value, type)
        case .downcast(let value, let type, isForced: true)
        where storageType(value).unwrapped == type:
            return present(value)
        case .downcast(let value, let type, let isForced):
            return SwiftExpression(
                "\(translateUnconverted(value).operand(.cast)) as\(isForced ? "!" : "?") \(context.swift(type))",
                .cast)
        case .set(let elements):
            let element: PythonType? =
                if case .set(let type) = expression.type { type } else { nil }
            let display = list(elements.map { translate($0, as: element) }, "[", "]")
            return SwiftExpression("Set(\(display.text))", isThrowing: display.isThrowing)
        case .dictionary(let items):
            return translateDictionary(items, expression)
        case .functionValue(let dotted):
            return translateFunctionValue(dotted, expression)
        case .lambda(let parameters, let body):
            return translateLambda(parameters, body, expression)
        }
    }

    /// An element of a list. Whole numbers among arrays are arrays, as no list of Swift's holds both.
    private func listedElement(_ value: TypedExpression, as element: PythonType?) -> SwiftExpression
    {
        let text = translate(value, as: element)
        if case .constant = value.kind { return text }
        guard element?.unwrapped == .array, value.type.unwrapped == .integer else { return text }
        return value.type.isOptional
            ? SwiftExpression("\(text.receiver).map { MLXArray($0) }", isThrowing: text.isThrowing)
            : SwiftExpression("MLXArray(\(text.text))", isThrowing: text.isThrowing)
    }

    /// `a and b`, `a or b` as a condition.
    func junction(_ operation: BooleanOperator, _ operands: [TypedExpression])
        -> SwiftExpression
    {
        let symbol = operation == .and ? "&&" : "||"
        let precedence: SwiftExpression.Precedence = operation == .and ? .conjunction : .disjunction
        let conditions = operands.map { condition($0) }
        return conditions.dropFirst().reduce(conditions[0]) { $0.infix(symbol, $1, precedence) }
    }

    func list(_ elements: [SwiftExpression], _ open: String, _ close: String)
        -> SwiftExpression
    {
        SwiftExpression(
            open + elements.map(\.text).joined(separator: ", ") + close,
            isThrowing: elements.contains(where: \.isThrowing))
    }

    // MARK: Conversions

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
        if let value = converted(json: expression, stored: stored, to: expected) { return value }
        if let value = downcast(expression, stored: stored, to: expected) { return value }
        if let value = upcast(expression, to: expected) { return value }
        if expected == .mask { return maskConversion(expression, stored) }
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

    /// The expression without its `None`.
    func present(_ expression: TypedExpression) -> SwiftExpression {
        let stored = storageType(expression)
        if stored == .mask, expression.type.unwrapped == .array,
            let array = downcast(expression, stored: stored, to: .array)
        {
            return array
        }
        let value = translateUnconverted(expression)
        return stored.isOptional && stored != .none ? unwrapped(value, named: expression) : value
    }

    // MARK: Members

    func member(of base: TypedExpression, _ name: String) -> SwiftExpression {
        if case .selfObject = base.kind {
            return SwiftExpression(isShadowed(name) ? "self.\(name)" : name)
        }
        let object = present(base)
        return SwiftExpression("\(object.receiver).\(name)", isThrowing: object.isThrowing)
    }

    /// Whether a parameter or local of the function hides a property of the same name.
    func isShadowed(_ property: String) -> Bool {
        names.values.contains(property) || plan.locals.keys.contains { localName($0) == property }
    }

    func swiftAttribute(_ name: String, of base: TypedExpression) -> String {
        if case .either(let names) = base.type.unwrapped, let first = names.first {
            for className in names { context.noteRead(name, of: className) }
            return context.property(name, of: first)
        }
        guard case .instance(let className) = base.type.unwrapped else {
            return naming.member(name)
        }
        context.noteRead(name, of: className)
        return context.property(name, of: className)
    }

    // MARK: Truth

    /// The expression as a Swift condition, with Python's truth of numbers, strings and lists.
    func condition(_ expression: TypedExpression) -> SwiftExpression {
        if case .boolean(let operation, let operands) = expression.kind {
            return junction(operation, operands)
        }
        func test(_ text: (String) -> String, _ precedence: SwiftExpression.Precedence)
            -> SwiftExpression
        {
            let value = translate(expression)
            return SwiftExpression(text(value.receiver), precedence, isThrowing: value.isThrowing)
        }
        switch expression.type {
        case .boolean:
            return translate(expression)
        case .integer, .float:
            return translate(expression).infix("!=", SwiftExpression("0"), .comparison)
        case .string, .list, .dictionary, .set:
            return test({ "!\($0).isEmpty" }, .prefix)
        case .optional(.integer), .optional(.float):
            return test({ "\($0).nonZero != nil" }, .comparison)
        case .optional(.string), .optional(.list):
            return test({ "\($0).nonEmpty != nil" }, .comparison)
        case .optional(.boolean):
            return translate(expression).infix("==", SwiftExpression("true"), .comparison)
        case .json:
            return test({ "\($0).isTruthy" }, .primary)
        case .optional(.json):
            return test({ "\($0)?.isTruthy == true" }, .comparison)
        case .library("RoPEScaling"), .library("WeightTree"):
            return test({ "!\($0).isEmpty" }, .prefix)
        case .optional(.library("RoPEScaling")), .optional(.library("WeightTree")),
            .optional(.dictionary), .optional(.set):
            return test({ "\($0).nonEmpty != nil" }, .comparison)
        case .optional(.instance), .optional(.library), .optional(.either):
            return translate(expression).infix("!=", SwiftExpression("nil"), .comparison)
        case .array:
            return test({ "\($0).item(Bool.self)" }, .primary)
        default:
            report(
                "condition", at: expression.span, type: expression.type,
                "the truth of this value is not known")
            return translate(expression)
        }
    }
}

extension TypedExpression {
    /// The value of a file of which a list is made, `list(ids)`.
    fileprivate var listedJSON: TypedExpression? {
        guard case .call(let call) = kind, call.arguments.count == 1,
            [.builtin("list"), .builtin("tuple")].contains(call.callee),
            call.arguments[0].value.type.unwrapped == .json
        else { return nil }
        return call.arguments[0].value
    }

    /// Whether the elements of the list are made here, so that the place tells what they have to be.
    fileprivate var makesElements: Bool {
        switch kind {
        case .comprehension: true
        case .binary(_, .multiply, _): if case .list = type { true } else { false }
        default: false
        }
    }
}

extension TypedFunction {
    /// Whether the Swift function may be declared `throws`: everything but the forward pass, whose
    /// signature the layer protocols fix.
    var canThrow: Bool { name != "__call__" && !isProperty }
}

extension TypedExpression {
    var isNumericLiteral: Bool {
        switch kind {
        case .constant(.integer), .constant(.float): true
        case .unary(.minus, let operand): operand.isNumericLiteral
        default: false
        }
    }

    /// The name by which an error message calls the value.
    var pythonName: String {
        switch kind {
        case .local(let name): name.withoutSplitMark
        case .attribute(_, let name), .property(_, let name): name
        case .libraryAttribute(_, let name): name
        case .constant(.string(let text)): text
        case .element(_, let index) where index.type == .string: index.pythonName
        case .element(let base, _): base.pythonName
        case .call(let call) where call.callee == .builtin("json.get"):
            call.argument("0")?.pythonName ?? "value"
        default: "value"
        }
    }
}

extension SwiftExpression {
    /// `a == b` for `a != b` and the like.
    var negatedComparison: SwiftExpression? {
        for (symbol, negated) in [(" == ", " != "), (" != ", " == ")] where text.contains(symbol) {
            guard text.ranges(of: symbol).count == 1, !text.contains(" && "), !text.contains(" || ")
            else { return nil }
            return SwiftExpression(
                text.replacing(symbol, with: negated), .comparison, isThrowing: isThrowing)
        }
        return nil
    }
}

extension SwiftExpression {
    /// `.float32` as `DType.float32`, where nothing tells the type.
    func qualified(by type: String) -> SwiftExpression {
        text.hasPrefix(".") ? SwiftExpression(type + text, precedence) : self
    }
}

extension PythonType {
    /// Whether it is a list of numbers or texts.
    fileprivate var isPlainList: Bool {
        [.list(.integer), .list(.float), .list(.string)].contains(unwrapped)
    }
}
