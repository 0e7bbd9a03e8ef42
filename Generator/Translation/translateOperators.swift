import Analysis
import Operations
import PythonSyntax

/// Literals and operators.
extension FunctionTranslator {
    func translate(_ constant: Constant) -> SwiftExpression {
        switch constant {
        case .none: SwiftExpression("nil")
        case .boolean(let value): SwiftExpression(value ? "true" : "false")
        case .integer(let value): SwiftExpression(value.grouped, value < 0 ? .prefix : .primary)
        case .bigInteger(let text): SwiftExpression(text)
        case .float(let value): SwiftExpression(value.literal, value < 0 ? .prefix : .primary)
        case .string(let text): SwiftExpression(text.swiftLiteral)
        case .complex(let real, let imaginary):
            SwiftExpression("MLXArray(real: \(real.literal), imaginary: \(imaginary.literal))")
        case .bytes, .ellipsis: SwiftExpression("nil")
        }
    }

    func translateUnary(_ operation: UnaryOperator, _ operand: TypedExpression)
        -> SwiftExpression
    {
        switch operation {
        case .not:
            let value = condition(operand)
            if value.precedence == .comparison, let negated = value.negatedComparison {
                return negated
            }
            if value.precedence == .prefix, value.text.hasPrefix("!") {
                // `not xs` of a list is a negation already.
                return SwiftExpression(
                    String(value.text.dropFirst()), .primary, isThrowing: value.isThrowing)
            }
            return SwiftExpression(
                "!\(value.operand(.prefix))", .prefix, isThrowing: value.isThrowing)
        case .minus:
            let value = present(operand)
            return SwiftExpression(
                "-\(value.operand(.primary))", .prefix, isThrowing: value.isThrowing)
        case .plus: return translate(operand)
        case .invert:
            let value = present(operand)
            return SwiftExpression(
                "~\(value.operand(.primary))", .prefix, isThrowing: value.isThrowing)
        }
    }

    func translateBinary(
        _ left: TypedExpression, _ operation: BinaryOperator, _ right: TypedExpression,
        _ whole: TypedExpression
    ) -> SwiftExpression {
        if case .list = whole.type, operation == .multiply {
            return translateRepetition(left, right, as: whole.type)
        }
        if case .list(let element) = whole.type, operation == .add {
            if case .either = element { return joined(left, right, as: whole.type) }
            return translate(left, as: whole.type).infix(
                "+", translate(right, as: whole.type), .addition)
        }
        if case .set = whole.type {
            let method =
                operation == .subtract
                ? "subtracting" : operation == .bitAnd ? "intersection" : "union"
            let (a, b) = (translate(left), translate(right))
            return SwiftExpression(
                "\(a.receiver).\(method)(\(b.text))", isThrowing: a.isThrowing || b.isThrowing)
        }
        if whole.type == .json {
            report(
                "operator '\(operation.rawValue)'", at: whole.span,
                "a JSON number may be an integer or not, and the result hangs on which",
                hint: "an override can state the type of the configuration's entry")
            return translate(left)
        }
        let isFloat = whole.type == .float
        let operand: PythonType? = isFloat ? .float : nil
        /// A mask that takes part in arithmetic is an array; of `"causal"` Python would make an error.
        func place(_ type: PythonType) -> PythonType {
            operand ?? (type == .mask ? .array : type == .json ? whole.type : type.unwrapped)
        }
        let a = translate(left, as: place(left.type))
        let b = translate(right, as: place(right.type))
        switch operation {
        case .add: return a.infix("+", b, .addition)
        case .subtract: return a.infix("-", b, .addition)
        case .multiply: return a.infix("*", b, .multiplication)
        case .divide: return a.infix("/", b, .multiplication)
        case .matrixMultiply: return SwiftExpression("matmul(\(a.text), \(b.text))")
        // mlx-swift's `**` is an operator of its own, which formatters read as weaker than `=`.
        case .power where whole.type == .array || isFloat:
            return SwiftExpression(
                "pow(\(a.text), \(b.text))", isThrowing: a.isThrowing || b.isThrowing)
        case .power
        where whole.type == .integer && !canThrow && right.kind == .constant(.integer(2)):
            return a.infix("*", a, .multiplication)
        case .power where whole.type == .integer && canThrow:
            return SwiftExpression("\(a.receiver).power(\(b.text))", isThrowing: true)
        case .modulo where whole.type == .array: return a.infix("%", b, .multiplication)
        case .floorDivide where whole.type == .array:
            return SwiftExpression(
                "floorDivide(\(a.text), \(b.text))", isThrowing: a.isThrowing || b.isThrowing)
        case .floorDivide where whole.type != .array:
            return quotient(a, b, right, throwing: "floorDivided(by:", total: "floorQuotient(")
        case .modulo where whole.type != .array:
            return quotient(a, b, right, throwing: "floorModulo(", total: "floorRemainder(")
        case .bitAnd where left.isTruthArray && right.isTruthArray:
            return a.infix(".&&", b, .conjunction)
        case .bitOr where left.isTruthArray && right.isTruthArray:
            return a.infix(".||", b, .disjunction)
        case .bitAnd where whole.type == .boolean: return a.infix("&&", b, .conjunction)
        case .bitOr where whole.type == .boolean: return a.infix("||", b, .disjunction)
        case .bitXor where whole.type == .boolean:
            // Comparisons do not follow one another in Swift.
            return SwiftExpression(
                "\(a.operand(.nilCoalescing)) != \(b.operand(.nilCoalescing))", .comparison,
                isThrowing: a.isThrowing || b.isThrowing)
        case .bitAnd where whole.type.hasBits: return a.infix("&", b, .multiplication)
        case .bitOr where whole.type.hasBits: return a.infix("|", b, .addition)
        case .bitXor where whole.type.hasBits: return a.infix("^", b, .addition)
        case .leftShift where canShift(left, operation, right),
            .rightShift where canShift(left, operation, right):
            // Shifts do not follow one another in Swift.
            return SwiftExpression(
                "\(a.operand(.prefix)) \(operation.rawValue) \(b.operand(.prefix))", .shift,
                isThrowing: a.isThrowing || b.isThrowing)
        case .leftShift where whole.type == .integer, .rightShift where whole.type == .integer:
            guard canThrow else {
                report(
                    "operator '\(operation.rawValue)'", at: whole.span, type: whole.type,
                    "is only supported with numbers that are written out where nothing can be thrown",
                    hint: "Python's integers have no end, and a negative shift is an error")
                return a
            }
            let name = operation == .leftShift ? "shiftedLeft" : "shiftedRight"
            return SwiftExpression("\(a.receiver).\(name)(by: \(b.text))", isThrowing: true)
        default:
            report(
                "operator '\(operation.rawValue)'", at: whole.span, type: whole.type,
                "has no translation yet")
            return a
        }
    }

    /// `a + b + c` of lists of instances of several classes: Swift's `+` would have to be told of what each is.
    private func joined(_ left: TypedExpression, _ right: TypedExpression, as type: PythonType)
        -> SwiftExpression
    {
        func operands(_ value: TypedExpression) -> [TypedExpression] {
            guard case .binary(let left, .add, let right) = value.kind else { return [value] }
            return operands(left) + [right]
        }
        let lists = (operands(left) + [right]).map { translate($0, as: type) }
        return list(lists, "joinedLists(", ")")
    }

    /// `//` and `%`: plain Swift for a positive literal divisor is still not Python's rounding, so the
    /// helpers stay; they throw where the divisor may be zero and the function can throw.
    func quotient(
        _ a: SwiftExpression, _ b: SwiftExpression, _ divisor: TypedExpression, throwing: String,
        total: String
    ) -> SwiftExpression {
        if divisor.isNumericLiteral || !canThrow {
            return SwiftExpression("\(a.receiver).\(total)\(b.text))", isThrowing: a.isThrowing)
        }
        let label = throwing.hasSuffix(":") ? "\(throwing) " : throwing
        return SwiftExpression("\(a.receiver).\(label)\(b.text))", isThrowing: true)
    }

    /// `[x] * n`
    func translateRepetition(
        _ left: TypedExpression, _ right: TypedExpression, as type: PythonType
    ) -> SwiftExpression {
        let (list, count) = if case .list = left.type { (left, right) } else { (right, left) }
        let number = translate(count, as: .integer)
        guard case .list(let elements) = list.kind, elements.count == 1 else {
            let whole = translate(list, as: type)
            return SwiftExpression(
                "repeatedList(\(whole.text), count: \(number.text))",
                isThrowing: whole.isThrowing || number.isThrowing)
        }
        let elementType: PythonType? = if case .list(let element) = type { element } else { nil }
        var element = translate(elements[0], as: elementType)
        if elementType == .arrayIndex { element = element.asIndex }
        // Python repeats a list a negative number of times as none; Swift traps.
        let isLength =
            if case .call(let call) = count.kind { call.callee == .builtin("len") } else { false }
        let times = isLength || count.isNumericLiteral ? number.text : "max(0, \(number.text))"
        return SwiftExpression(
            "Array(repeating: \(element.text), count: \(times))",
            isThrowing: element.isThrowing || number.isThrowing)
    }

    /// `a or b or c` on values.
    func translateFallback(_ operands: [TypedExpression], _ type: PythonType) -> SwiftExpression {
        // An empty list in place of an empty list is the list.
        if operands.count == 2, operands[1].isEmptyLiteral, !storageType(operands[0]).isOptional,
            operands[0].type.holdsElements
        {
            return translate(operands[0], as: type)
        }
        let values = operands.enumerated().map { index, operand -> SwiftExpression in
            let value = translate(operand)
            guard index < operands.count - 1 else { return translate(operand, as: type) }
            switch operand.type.unwrapped {
            case .json:
                let access = operand.type.isOptional ? "?" : ""
                return SwiftExpression(
                    "\(value.receiver)\(access).truthy", isThrowing: value.isThrowing)
            case .integer, .float:
                return SwiftExpression("\(value.receiver).nonZero", isThrowing: value.isThrowing)
            case .string, .list, .dictionary, .library("RoPEScaling"):
                // An empty value or the empty one in its place are the same.
                let isSame =
                    index == operands.count - 2 && operands[index + 1].isEmptyLiteral
                    && storageType(operand).isOptional && storageType(operand).unwrapped != .json
                if isSame { return value }
                return SwiftExpression("\(value.receiver).nonEmpty", isThrowing: value.isThrowing)
            case .library, .instance: return value
            default:
                report(
                    "'or'", at: operand.span, type: operand.type,
                    "the truth of this value is not known")
                return value
            }
        }
        return values.dropLast().reversed().reduce(values[values.count - 1]) {
            $1.infix("??", $0, .nilCoalescing)
        }
    }

    /// What a set holds of a value: of an array, which one it is.
    func member(_ value: SwiftExpression, of set: PythonType) -> SwiftExpression {
        guard case .set(.array) = set.unwrapped else { return value }
        return SwiftExpression("ArrayIdentity(\(value.text))", isThrowing: value.isThrowing)
    }

    func translateComparison(
        _ left: TypedExpression, _ parts: [TypedComparisonPart], isArray: Bool
    ) -> SwiftExpression {
        var operand = left
        var result: SwiftExpression?
        for part in parts {
            let next = translateComparison(operand, part, isArray: isArray)
            result = result.map { $0.infix("&&", next, .conjunction) } ?? next
            operand = part.operand
        }
        return result!
    }

    func translateComparison(
        _ left: TypedExpression, _ part: TypedComparisonPart, isArray: Bool
    ) -> SwiftExpression {
        if [.is, .isNot].contains(part.comparison),
            left.type.unwrapped == .array || left.type.isReference
        {
            let symbol = part.comparison == .is ? "===" : "!=="
            return translate(left).infix(symbol, translate(part.operand), .comparison)
        }
        switch part.comparison {
        case .in, .notIn:
            let container =
                left.type == .json ? fileValues(part.operand) : collection(part.operand)
            let place: PythonType? = left.isPlacedAmongJSON(part.operand.type) ? .json : nil
            let key = member(translate(left, as: place), of: part.operand.type)
            let isDictionary = if case .dictionary = part.operand.type { true } else { false }
            let isThrowing = container.isThrowing || key.isThrowing
            let test =
                isDictionary
                ? "\(container.receiver).keys.contains(\(key.text))"
                : "\(container.receiver).contains(\(key.text))"
            return part.comparison == .in
                ? SwiftExpression(test, isThrowing: isThrowing)
                : SwiftExpression("!\(test)", .prefix, isThrowing: isThrowing)
        default:
            let types = [left.type.unwrapped, part.operand.type.unwrapped]
            let number: PythonType? =
                types.contains(.float) || types.contains(.json) && part.comparison.isOrdering
                ? .float : nil
            func place(_ operand: TypedExpression) -> PythonType? {
                if number == nil, types.contains(.json), operand.type == .string {
                    // A literal is a JSON value by itself.
                    if case .constant = operand.kind { return nil }
                    return .json
                }
                return number
                    ?? (operand.type == .optional(.array) ? .array : nil)
                    ?? ((part.comparison.isOrdering || isArray)
                        && operand.type == .optional(.integer) ? .integer : nil)
            }
            let (a, b): (SwiftExpression, SwiftExpression)
            switch (left.type.unwrapped, part.operand.type.unwrapped) {
            case (.list, .tuple): (a, b) = (translate(left), collection(part.operand))
            case (.tuple, .list): (a, b) = (collection(left), translate(part.operand))
            default:
                a = translate(left, as: place(left))
                b = translate(part.operand, as: place(part.operand))
            }
            // Python asks the array, which stands on the left in Swift.
            if isArray, !left.type.unwrapped.isArray, let mirrored = part.comparison.mirrored {
                return b.infix(".\(mirrored.rawValue)", a, .comparison)
            }
            let symbol =
                part.comparison == .is
                ? "==" : part.comparison == .isNot ? "!=" : part.comparison.rawValue
            return a.infix(isArray ? ".\(symbol)" : symbol, b, .comparison)
        }
    }

    /// A value that is searched or iterated over: a tuple literal is a list.
    func collection(_ value: TypedExpression) -> SwiftExpression {
        if case .tuple(let elements) = value.kind {
            return list(elements.map { translate($0) }, "[", "]")
        }
        if case .tuple(let types) = storageType(value) {
            return elements(of: value, types, as: types.first ?? .unknown)
        }
        return present(value)
    }

    /// The same where a value of a file is searched for, in which `None` is a null.
    private func fileValues(_ value: TypedExpression) -> SwiftExpression {
        guard case .tuple(let elements) = value.kind,
            elements.contains(where: { $0.kind == .constant(.none) })
        else { return collection(value) }
        return list(
            elements.map {
                $0.kind == .constant(.none) ? SwiftExpression(".null") : translate($0)
            }, "[", "]")
    }

    /// The elements of a tuple as a list.
    func elements(of tuple: TypedExpression, _ types: [PythonType], as element: PythonType)
        -> SwiftExpression
    {
        list(
            types.enumerated().map { position, type in
                let index = TypedExpression(
                    .constant(.integer(position)), .integer, span: tuple.span)
                return translate(
                    TypedExpression(.element(of: tuple, index: index), type, span: tuple.span),
                    as: element)
            }, "[", "]")
    }
}

extension ComparisonOperator {
    /// Whether it asks which of two numbers is larger.
    fileprivate var isOrdering: Bool {
        [.less, .lessEqual, .greater, .greaterEqual].contains(self)
    }

    /// The comparison that says the same with its sides exchanged.
    fileprivate var mirrored: ComparisonOperator? {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        case .equal, .notEqual: self
        default: nil
        }
    }
}

/// Whether Swift shifts as Python does: arrays are the engine's, of integers only those that stay in their 64 bits.
private func canShift(
    _ left: TypedExpression, _ operation: BinaryOperator, _ right: TypedExpression
) -> Bool {
    if left.type.isArray || right.type.isArray { return true }
    guard left.type == .integer, case .constant(.integer(let count)) = right.kind,
        (0..<62).contains(count)
    else { return false }
    if operation == .rightShift { return true }
    guard case .constant(.integer(let value)) = left.kind else { return false }
    return abs(value) < 1 << (62 - count)
}

extension PythonType {
    /// Whether Swift's operators on bits are Python's.
    fileprivate var hasBits: Bool { isArray || self == .integer }
}

extension TypedExpression {
    /// Whether the elements are known to be `bool`: of them, bits and truth values are the same.
    fileprivate var isTruthArray: Bool {
        guard type.isArray else { return false }
        switch kind {
        case .comparison: return true
        case .binary(let left, .bitAnd, let right), .binary(let left, .bitOr, let right):
            return left.isTruthArray && right.isTruthArray
        case .unary(.invert, let operand): return operand.isTruthArray
        default: return false
        }
    }
}

extension TypedExpression {
    /// `[]`, `{}` or `""`.
    fileprivate var isEmptyLiteral: Bool {
        switch kind {
        case .list(let elements): elements.isEmpty
        case .dictionary(let items): items.isEmpty
        case .constant(.string(let text)): text.isEmpty
        default: false
        }
    }
}

extension TypedExpression {
    /// Whether a number or a text, which is no literal, is looked for among values of a file.
    fileprivate func isPlacedAmongJSON(_ container: PythonType) -> Bool {
        if case .constant = kind { return false }
        return container.unwrapped == .list(.json)
            && [.integer, .float, .boolean, .string].contains(type.unwrapped)
    }
}
