import Operations
import PythonSyntax

extension FunctionChecker {
    /// What is known of the array that an operation gives.
    func facts(ofCall call: TypedCall) -> ArrayFacts {
        guard case .operation(let operation) = call.callee,
            let operand = call.arguments.first?.value
        else { return ArrayFacts() }
        let name = String(operation.python.split(separator: ".").last ?? "")
        let given = listedFacts(of: operand) ?? facts(of: operand)
        switch name {
        case "array", "asarray", "zeros_like", "ones_like": return stated(given, by: call)
        case "astype":
            return ArrayFacts(
                kind: call.arguments.last.flatMap { kind(ofDtype: $0.value) }, rank: given.rank)
        case "arange":
            let bounds = call.arguments.filter { $0.parameter != "dtype" }
            let kind = facts(of: bounds.map { facts(of: $0.value) }, under: .add).kind
            return stated(ArrayFacts(kind: kind, rank: 1), by: call)
        case "linspace": return stated(ArrayFacts(kind: .fraction, rank: 1), by: call)
        case "zeros", "ones":
            return stated(ArrayFacts(kind: .fraction, rank: operand.shapeRank), by: call)
        case "full":
            let value = call.argument("vals").map { facts(of: $0) }
            return stated(ArrayFacts(kind: value?.kind, rank: operand.shapeRank), by: call)
        case "argwhere": return ArrayFacts(kind: .whole, rank: 2)
        case "flatnonzero": return ArrayFacts(kind: .whole, rank: 1)
        default: break
        }
        guard call.argument("dtype") == nil else { return ArrayFacts() }
        return reducedFacts(name, call, given) ?? movedFacts(name, call, given)
            ?? computedFacts(name, call, given)
    }

    /// What a reduction leaves.
    private func reducedFacts(_ name: String, _ call: TypedCall, _ given: ArrayFacts)
        -> ArrayFacts?
    {
        let rank = rank(of: given.rank, reducedBy: call)
        switch name {
        case "all", "any": return ArrayFacts(kind: .truth, rank: rank)
        case "argmax", "argmin": return ArrayFacts(kind: .whole, rank: rank)
        case "max", "min": return given.withRank(rank)
        case "sum", "prod": return ArrayFacts(kind: given.kind?.summed, rank: rank)
        case "mean", "std", "var": return ArrayFacts(kind: .fraction, rank: rank)
        default: return nil
        }
    }

    /// What the same elements in another place or shape are.
    private func movedFacts(_ name: String, _ call: TypedCall, _ given: ArrayFacts) -> ArrayFacts? {
        let axis = call.argument("axis")
        let hasOneAxis = axis.map { $0.type == .integer } == true
        switch name {
        case "contiguous", "pad", "sort", "stop_gradient", "swapaxes", "transpose": return given
        case "flatten": return given.withRank(call.arguments.count == 1 ? 1 : nil)
        case "reshape", "broadcast_to": return given.withRank(call.newRank)
        case "expand_dims": return given.withRank(hasOneAxis ? given.rank.map { $0 + 1 } : nil)
        case "squeeze": return given.withRank(hasOneAxis ? given.rank.map { $0 - 1 } : nil)
        case "repeat": return given.withRank(axis == nil ? 1 : given.rank)
        case "tile": return given.withRank([given.rank, call.newRank].greatest)
        case "take": return given.withRank(nil)
        case "concatenate": return call.arguments.first.map { elementFacts(of: $0.value) }
        case "stack":
            let parts = call.arguments.first.map { elementFacts(of: $0.value) }
            return parts.map { $0.withRank($0.rank.map { $0 + 1 }) }
        default: return nil
        }
    }

    /// What is computed of the elements one by one.
    private func computedFacts(_ name: String, _ call: TypedCall, _ given: ArrayFacts) -> ArrayFacts
    {
        let operands = call.arguments.map { facts(of: $0.value) }
        switch name {
        case "argsort", "argpartition": return ArrayFacts(kind: .whole, rank: given.rank)
        case "abs", "ceil", "floor", "round": return given
        case "cos", "exp", "log", "rsqrt", "sigmoid", "sin", "sqrt":
            return ArrayFacts(kind: .fraction, rank: given.rank)
        case "cumsum":
            return ArrayFacts(
                kind: given.kind?.summed, rank: call.argument("axis") == nil ? 1 : given.rank)
        case "array_equal": return ArrayFacts(kind: .truth, rank: 0)
        case "isinf", "isnan", "logical_not": return ArrayFacts(kind: .truth, rank: given.rank)
        case "logical_and", "logical_or":
            return ArrayFacts(kind: .truth, rank: operands.map(\.rank).greatest)
        case "add", "maximum", "minimum", "multiply", "subtract":
            return facts(of: operands, under: .add)
        case "where" where operands.count == 3:
            let values = facts(of: Array(operands.dropFirst()), under: .add)
            return values.withRank(operands.map(\.rank).greatest)
        default: return ArrayFacts()
        }
    }

    /// What an operator makes of operands.
    func facts(of operands: [ArrayFacts], under operation: BinaryOperator) -> ArrayFacts {
        let kinds = operands.map(\.kind)
        let areDiscrete = kinds.allSatisfy { $0?.isDiscrete == true }
        let kind: ElementKind?
        switch operation {
        case .divide: kind = .fraction
        case .add, .subtract, .multiply, .floorDivide, .modulo, .power:
            kind =
                kinds.contains(.fraction)
                ? .fraction : areDiscrete && operation != .power ? .whole : nil
        case .bitAnd, .bitOr, .bitXor:
            kind = kinds.allSatisfy { $0 == .truth } ? .truth : areDiscrete ? .whole : nil
        case .leftShift, .rightShift: kind = areDiscrete ? .whole : nil
        default: return ArrayFacts()
        }
        return ArrayFacts(kind: kind, rank: operands.map(\.rank).greatest)
    }

    /// What is known of the result, whose elements are of the dtype that the call names.
    private func stated(_ facts: ArrayFacts, by call: TypedCall) -> ArrayFacts {
        guard let dtype = call.argument("dtype"), dtype.type != .none else { return facts }
        return ArrayFacts(kind: kind(ofDtype: dtype), rank: facts.rank)
    }

    /// The kind of numbers that a dtype is for: one by its name, or that of another array.
    private func kind(ofDtype dtype: TypedExpression) -> ElementKind? {
        switch dtype.kind {
        case .libraryConstant(let name): ElementKind(dtype: name)
        case .libraryAttribute(let array, "dtype"): facts(of: array).kind
        default: nil
        }
    }

    /// What an array is like that is made of a list.
    private func listedFacts(of list: TypedExpression) -> ArrayFacts? {
        guard case .list(let element) = list.type else { return nil }
        guard element == .array else { return list.type.listedFacts }
        let parts = elementFacts(of: list)
        return parts.withRank(parts.rank.map { $0 + 1 })
    }

    private func rank(of whole: Int?, reducedBy call: TypedCall) -> Int? {
        guard let axis = call.argument("axis") else { return 0 }
        guard case .constant(.integer) = axis.withoutSign.kind,
            call.argument("keepdims") == nil
        else { return nil }
        return whole.map { max(0, $0 - 1) }
    }
}

extension TypedCall {
    /// How many axes a shape has that is written out.
    fileprivate var newRank: Int? {
        let sizes = arguments.dropFirst().map(\.value)
        if sizes.count == 1 { return sizes[0].shapeRank }
        return !sizes.isEmpty && sizes.allSatisfy { $0.type == .integer } ? sizes.count : nil
    }
}

extension TypedExpression {
    /// How many axes an array of this shape has.
    fileprivate var shapeRank: Int? {
        switch kind {
        case .tuple(let elements), .list(let elements): elements.count
        default: type == .integer ? 1 : nil
        }
    }

    /// A literal without its sign.
    fileprivate var withoutSign: TypedExpression {
        if case .unary(.minus, let operand) = kind { operand } else { self }
    }
}

extension PythonType {
    /// What an array is like that is made of a list of this type.
    fileprivate var listedFacts: ArrayFacts? {
        guard case .list(let element) = self else { return nil }
        switch element {
        case .integer: return ArrayFacts(kind: .whole, rank: 1)
        case .float: return ArrayFacts(kind: .fraction, rank: 1)
        case .boolean: return ArrayFacts(kind: .truth, rank: 1)
        case .list:
            let inner = element.listedFacts
            return ArrayFacts(kind: inner?.kind, rank: (inner?.rank).map { $0 + 1 })
        default: return ArrayFacts()
        }
    }
}
