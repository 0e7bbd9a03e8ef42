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
            if let chained = chained(base, swiftAttribute(name, of: base)) { return chained }
            if isInitializer, base.kind == .selfObject, let attribute = owner?.attribute(name),
                context.wrapper(for: attribute) != nil
            {
                // The superclass's part is not initialised yet.
                return SwiftExpression("_\(swiftAttribute(name, of: base)).wrappedValue")
            }
            return member(of: base, swiftAttribute(name, of: base))
        case .property(let base, let name):
            let property = context.propertyName(name, of: base.type)
            return chained(base, property) ?? member(of: base, property)
        case .libraryAttribute(let base, let swift):
            return chained(base, swift) ?? member(of: base, swift)
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

    // MARK: Members

    /// `(cache as? OwnCache)?.offset` of a value that may be of another class; `nil` of any other one.
    private func chained(_ base: TypedExpression, _ name: String) -> SwiftExpression? {
        guard case .downcast(_, _, isForced: false) = base.kind else { return nil }
        return SwiftExpression("\(translateUnconverted(base).receiver)?.\(name)")
    }

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
}

extension TypedExpression {
    /// The value of a file of which a list is made, `list(ids)`.
    var listedJSON: TypedExpression? {
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
        case .list: if case .list(let element) = type { element.isAbsentTuple } else { false }
        default: false
        }
    }
}

extension TypedFunction {
    /// Whether the Swift function may be declared `throws`: everything but the forward pass, whose
    /// signature the layer protocols fix.
    var canThrow: Bool { name != "__call__" && !isProperty && !isSetter }
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
    /// `.float32` as `DType.float32`, where nothing tells the type.
    func qualified(by type: String) -> SwiftExpression {
        text.hasPrefix(".") ? SwiftExpression(type + text, precedence) : self
    }
}

extension PythonType {
    /// Whether it is a list of numbers or texts.
    var isPlainList: Bool {
        [.list(.integer), .list(.float), .list(.string)].contains(unwrapped)
    }
}
