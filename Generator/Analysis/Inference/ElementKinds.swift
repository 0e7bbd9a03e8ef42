import PythonSyntax

/// What the numbers of an array are.
enum ElementKind {
    case truth
    case whole
}

extension FunctionChecker {
    /// The kind of an array's numbers, where the way in which it is made tells: `(ids == mark).sum()` counts.
    func elementKind(of array: TypedExpression, depth: Int = 4) -> ElementKind? {
        guard array.type == .array, depth > 0 else { return nil }
        switch array.kind {
        case .comparison: return .truth
        case .element(let base, _), .sliced(let base, _):
            return elementKind(of: base, depth: depth)
        case .local(let name):
            let body = function.definition.body
            guard !function.parameters.contains(where: { $0.name == name }),
                body.assignmentCount(of: name) == 1,
                let value = body.values(assignedTo: name).first
            else { return nil }
            return elementKind(of: check(value, quietly: true), depth: depth - 1)
        case .call(let call):
            guard case .operation(let operation) = call.callee,
                let operand = call.arguments.first?.value
            else { return nil }
            let name = String(operation.python.split(separator: ".").last ?? "")
            if Self.tests.contains(name) { return .truth }
            if name == "astype" { return call.arguments.last?.value.elementKind }
            guard !call.arguments.contains(where: { $0.parameter == "dtype" }) else { return nil }
            if Self.rearrangements.contains(name) { return elementKind(of: operand, depth: depth) }
            return Self.sums.contains(name) && elementKind(of: operand, depth: depth) != nil
                ? .whole : nil
        default: return nil
        }
    }

    private static var tests: Set<String> {
        ["all", "any", "array_equal", "isinf", "isnan", "logical_and", "logical_not", "logical_or"]
    }

    private static var rearrangements: Set<String> {
        ["expand_dims", "flatten", "max", "min", "reshape", "squeeze", "transpose"]
    }

    private static var sums: Set<String> { ["cumsum", "prod", "sum"] }
}

extension TypedExpression {
    /// The kind of numbers that a dtype is for.
    fileprivate var elementKind: ElementKind? {
        guard case .libraryConstant(let name) = kind else { return nil }
        if name.hasSuffix("bool") { return .truth }
        return name.contains("int") ? .whole : nil
    }
}
