import Operations
import PythonSyntax

extension FunctionChecker {
    /// `mx.log(2.0)`: of a number the engine makes an array where an operation takes nothing else.
    func asArray(_ value: TypedExpression, for parameter: OperationParameter) -> TypedExpression {
        guard parameter.alternatives == [.array],
            [.integer, .float, .boolean].contains(value.type),
            let array = program.table.functions["mlx.core.array"]
        else { return value }
        let argument = TypedArgument(parameter: array.parameters[0].name, value: value)
        return TypedExpression(
            .call(TypedCall(callee: .operation(array), arguments: [argument])), .array,
            span: value.span)
    }

    /// `mx.array(x if test else 0)`: the array of each of the two.
    func asArrays(_ call: TypedExpression) -> TypedExpression {
        guard case .call(let made) = call.kind, case .operation(let operation) = made.callee,
            operation.python == "mlx.core.array", let value = made.arguments.first?.value,
            value.type == PythonType.numberOrArray,
            case .conditional(let test, let then, let otherwise) = value.kind
        else { return call }
        func array(of value: TypedExpression) -> TypedExpression {
            let first = TypedArgument(parameter: made.arguments[0].parameter, value: value)
            let arguments = [first] + made.arguments.dropFirst()
            return TypedExpression(
                .call(TypedCall(callee: made.callee, arguments: arguments)), .array,
                span: value.span)
        }
        return TypedExpression(
            .conditional(test: test, then: array(of: then), otherwise: array(of: otherwise)),
            .array, span: call.span)
    }

    /// The type of alternatives of which one is an array and one a whole number that stays one.
    func mixedType(_ first: TypedExpression, _ second: TypedExpression) -> PythonType? {
        let (number, array) = first.type == .array ? (second, first) : (first, second)
        guard array.type == .array, number.type == .integer, array.madeOfInteger == nil else {
            return nil
        }
        return PythonType.numberOrArray
    }

    /// Notes a local that a branch sets to an array where it holds a whole number otherwise.
    func noteMixed(_ name: String, _ before: PythonType?, _ after: [PythonType]) {
        guard before == .integer, Set(after) == [.integer, .array],
            !function.parameters.contains(where: { $0.name == name }),
            function.mixedLocals.insert(name).inserted
        else { return }
        program.changed = true
    }

    /// The type of such a local, whichever of the two it is set to.
    func mixedType(of name: String, with type: PythonType) -> PythonType? {
        function.mixedLocals.contains(name) && [.integer, .array].contains(type)
            ? PythonType.numberOrArray : nil
    }

    /// The alternatives of `mx.array(offset) if cache is not None else 0`: of two whole numbers of which one
    /// is an array, both are. Other numbers beside arrays are refused, as operations take them differently.
    func asArrays(
        _ first: TypedExpression, _ second: TypedExpression, span: SourceSpan
    ) -> (TypedExpression, TypedExpression) {
        func isNumber(_ value: TypedExpression) -> Bool {
            [.integer, .float, .boolean].contains(value.type)
        }
        guard [first.type, second.type].contains(.array), isNumber(first) || isNumber(second) else {
            return (first, second)
        }
        let number = isNumber(first) ? first : second
        let array = isNumber(first) ? second : first
        guard number.type == .integer, let call = array.madeOfInteger else {
            report(
                "values of different types", at: span, "\(first.type) and \(second.type) meet here",
                hint: "an operation takes a number otherwise than an array of one")
            return (first, second)
        }
        let made = TypedExpression(
            .call(
                TypedCall(
                    callee: call.callee,
                    arguments: [
                        TypedArgument(parameter: call.arguments[0].parameter, value: number)
                    ])),
            .array, span: number.span)
        return isNumber(first) ? (made, second) : (first, made)
    }
}

extension TypedExpression {
    /// The call of `mx.array(offset)`.
    fileprivate var madeOfInteger: TypedCall? {
        guard case .call(let call) = kind, case .operation(let operation) = call.callee,
            call.arguments.count == 1, operation.python == "mlx.core.array",
            call.arguments[0].value.type == .integer
        else { return nil }
        return call
    }
}
