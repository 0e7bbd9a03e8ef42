import Operations
import PythonSyntax

/// NumPy's arrays, where the engine's operations give what NumPy's do.
extension FunctionChecker {
    /// An operator: of whole numbers sums, differences and products stay in the wider of two types on both sides; of
    /// truth values bits do.
    func checkHostOperator(
        _ left: TypedExpression, _ operation: BinaryOperator, _ right: TypedExpression,
        span: SourceSpan
    ) -> TypedExpression? {
        let operands = [left, right]
        guard operands.contains(where: { $0.type == .hostArray }),
            operands.allSatisfy({ $0.type == .hostArray || $0.type == .integer })
        else { return nil }
        let kinds = operands.map { facts(of: $0).kind }
        switch operation {
        case .add, .subtract, .multiply: guard kinds == [.whole, .whole] else { return nil }
        case .bitAnd, .bitOr, .bitXor: guard kinds == [.truth, .truth] else { return nil }
        default: return nil
        }
        return TypedExpression(.binary(left, operation, right), .hostArray, span: span)
    }

    /// A part of an array that is an array itself: by slices, or by an array of positions for each axis. An array of
    /// truth values would choose instead.
    func checkHostPart(_ array: TypedExpression, _ index: Expression, span: SourceSpan)
        -> TypedExpression?
    {
        let indices = index.unpackedTargets ?? [index]
        let positions = indices.map { check($0, quietly: true) }.filter { $0.type == .hostArray }
        guard positions.isEmpty ? index.hasSlice : positions.count == indices.count,
            positions.allSatisfy({ facts(of: $0).kind == .whole })
        else { return nil }
        return TypedExpression(.sliced(array, checkIndices(index)), .hostArray, span: span)
    }

    /// An array of whole numbers that is gone through to make integers of them, `for n in array: n = int(n)`, as a list
    /// of these: its elements are numbers of NumPy's, which operations take otherwise.
    func asIntegers(_ array: TypedExpression, goneThroughBy target: Expression) -> TypedExpression {
        guard array.type == .hostArray, let name = target.simpleName,
            facts(of: array) == ArrayFacts(kind: .whole, rank: 1),
            !function.definition.body.contains(where: { $0.uses(name) })
        else { return array }
        return builtinCall("array.tolist", array, [], .list(.integer), array.span)
    }

    /// An assignment to a part of an array. In Python it changes what the array is a part of, and what is a part of it;
    /// so the array has to be one that the body makes, and of which nothing else is made.
    func checkHostAssignment(to array: TypedExpression, span: SourceSpan) {
        guard array.type == .hostArray else { return }
        if case .local(let name) = array.kind, isOwn(name) { return }
        report(
            "assignment to a slice", at: span, type: array.type,
            "what else is changed with an array of NumPy's is not known",
            hint: "an array that the function makes by itself can be assigned to")
    }

    private func isOwn(_ array: String) -> Bool {
        let body = function.definition.body
        let values = body.values(of: array)
        let isParameter = function.parameters.contains { $0.name == array }
        return !isParameter && !values.isEmpty && !body.takesParts(of: array)
            && values.allSatisfy {
                if case .whole(let value) = $0 { makesArray(value) } else { false }
            }
    }

    private func makesArray(_ value: Expression) -> Bool {
        guard case .call(let call) = inspect(value).kind,
            case .operation(let operation) = call.callee
        else { return false }
        return ["arange", "full", "ones", "zeros"].contains { operation.python == "numpy.\($0)" }
    }
}

extension [Statement] {
    /// Whether a name is set to an array or to a part of it.
    fileprivate func takesParts(of array: String) -> Bool {
        contains { statement in
            if case .assign(_, let value) = statement.kind, value.isPart(ofArray: array) {
                return true
            }
            return statement.statements.takesParts(of: array)
        }
    }
}

extension Expression {
    fileprivate func isPart(ofArray name: String) -> Bool {
        switch kind {
        case .subscript(let base, _): base.isPart(ofArray: name)
        default: simpleName == name
        }
    }
}

extension Statement {
    /// Whether the statement does something with a name beside `int(name)`.
    fileprivate func uses(_ name: String) -> Bool {
        let own: [Expression] =
            switch kind {
            case .assign(let targets, let value): targets.flatMap(\.places) + [value]
            case .for(let target, let iterable, _, _): target.places + [iterable]
            default: expressions
            }
        return own.contains { $0.uses(name) } || statements.contains { $0.uses(name) }
    }
}

extension Expression {
    /// What of a target is no name that it sets.
    fileprivate var places: [Expression] {
        if let targets = unpackedTargets { return targets.flatMap(\.places) }
        return simpleName == nil ? [self] : []
    }

    fileprivate func uses(_ name: String) -> Bool {
        if case .call(let callee, let arguments) = kind, callee.simpleName == "int",
            arguments.map(\.value.simpleName) == [name]
        {
            return false
        }
        return simpleName == name || children.contains { $0.uses(name) }
    }
}
