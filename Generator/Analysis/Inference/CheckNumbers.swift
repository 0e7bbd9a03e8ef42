import Operations
import PythonSyntax

/// Numbers of a JSON file. A file may have an integer or a float, so what the source uses one for tells
/// which it has to be: where Python takes integers only, another number is an error in Python too.
extension FunctionChecker {
    /// Notes that a value stands where Python takes an integer: attributes and locals that hold a JSON
    /// value for it hold an integer.
    func expectInteger(_ value: TypedExpression) {
        guard value.type == .json || value.type.isCollection else { return }
        switch value.kind {
        case .local(let name):
            expectInteger(local: name)
        case .attribute(let object, let name):
            expectInteger(attribute: name, of: object)
        case .unary(.minus, let operand), .unary(.plus, let operand):
            expectInteger(operand)
        case .binary(let left, let operation, let right) where operation.keepsIntegers:
            expectInteger(left)
            expectInteger(right)
        case .conditional(_, let then, let otherwise):
            expectInteger(then)
            expectInteger(otherwise)
        case .tuple(let elements), .list(let elements):
            elements.forEach(expectInteger)
        default:
            break
        }
    }

    /// The same for an argument, where all that the parameter takes are integers.
    func expectIntegers(_ value: TypedExpression, for parameter: OperationParameter) {
        let takesIntegers = parameter.alternatives.allSatisfy {
            $0.unwrapped == .integer || $0.unwrapped == .list(.integer)
        }
        // A value of a file that stands for a list is no number itself.
        let isList =
            value.type == .json && !parameter.alternatives.contains { $0.unwrapped == .integer }
        if takesIntegers, !isList { expectInteger(value) }
    }

    /// A number of a file beside an array of fractions: whether it is whole makes no difference there.
    func asFractions(_ left: TypedExpression, _ right: TypedExpression) -> (
        TypedExpression, TypedExpression
    ) {
        func number(_ value: TypedExpression, beside array: TypedExpression) -> TypedExpression {
            guard value.type.unwrapped == .json, array.type == .array,
                facts(of: array).kind == .fraction
            else { return value }
            let argument = TypedArgument(parameter: "0", value: value)
            return TypedExpression(
                .call(TypedCall(callee: .builtin("float"), arguments: [argument])), .float,
                span: value.span)
        }
        return (number(left, beside: right), number(right, beside: left))
    }

    private func expectInteger(local name: String) {
        guard !function.integerLocals.contains(name), !function.tests(Expression(.name(name)))
        else { return }
        if function.parameters.contains(where: { $0.name == name }) {
            guard function.parameterTypes[name] == .json else { return }
            function.parameterTypes[name] = .integer
        } else {
            guard function.definition.body.assignmentCount(of: name) > 0 else { return }
        }
        function.integerLocals.insert(name)
        program.changed = true
    }

    private func expectInteger(attribute name: String, of object: TypedExpression) {
        guard case .instance(let className) = object.type.unwrapped,
            let info = program.classInfo(className), info.kind != .dataclass,
            info.attributes[name]?.type == .json,
            !info.methods.values.contains(where: { method in
                let receiver = method.definition.parameters.all.first?.name ?? "self"
                return method.tests(
                    Expression(.attribute(of: Expression(.name(receiver)), name: name)))
            })
        else { return }
        info.attributes[name]?.type = .integer
        program.integerAttributes.insert("\(className).\(name)")
        program.changed = true
    }

    /// The operands of `n + bool(rest)`: beside a number, Python's truth values are numbers, too.
    func countingTruth(_ left: TypedExpression, _ right: TypedExpression)
        -> (TypedExpression, TypedExpression)
    {
        func number(_ value: TypedExpression, beside other: TypedExpression) -> TypedExpression {
            guard value.type == .boolean, [.integer, .float].contains(other.type) else {
                return value
            }
            return TypedExpression(
                .call(
                    TypedCall(
                        callee: .builtin("int"),
                        arguments: [TypedArgument(parameter: "0", value: value)])), .integer,
                span: value.span)
        }
        return (number(left, beside: right), number(right, beside: left))
    }

    /// The value of an assignment, as an integer where a target has to hold one.
    func assigned(_ value: TypedExpression, to targets: [Expression]) -> TypedExpression {
        if let list = listOfField(value, targets) { return list }
        guard value.type == .json, targets.contains(where: holdsInteger) else { return value }
        expectInteger(value)
        for target in targets where !holdsInteger(target) {
            // Both hold the same value.
            if let name = target.simpleName { function.integerLocals.insert(name) }
        }
        return TypedExpression(
            .call(
                TypedCall(
                    callee: .builtin("json.integer"),
                    arguments: [TypedArgument(parameter: "0", value: value)])), .integer,
            span: value.span)
    }

    /// `self.kinds = list(pattern)` of a value of a file: the field says of what the list is.
    private func listOfField(_ value: TypedExpression, _ targets: [Expression]) -> TypedExpression?
    {
        guard value.type == .list(.json), case .call(let call) = value.kind,
            [.builtin("list"), .builtin("tuple")].contains(call.callee), targets.count == 1,
            case .attribute(let base, let name) = targets[0].kind, base.simpleName == selfName,
            let owner, owner.kind == .dataclass,
            let field = owner.fields.first(where: { $0.name == name }),
            case .list(let element) = program.fieldType(field, of: owner).unwrapped,
            [.string, .integer, .float].contains(element)
        else { return nil }
        return TypedExpression(value.kind, .list(element), span: value.span)
    }

    private func holdsInteger(_ target: Expression) -> Bool {
        switch target.kind {
        case .name(let name): function.integerLocals.contains(name)
        case .attribute(let base, let name) where base.simpleName == selfName:
            owner.map { program.integerAttributes.contains("\($0.dottedName).\(name)") } ?? false
        default: false
        }
    }
}

extension BinaryOperator {
    /// Whether the result is an integer only where both operands are.
    fileprivate var keepsIntegers: Bool {
        [.add, .subtract, .multiply, .floorDivide, .modulo].contains(self)
    }
}

extension PythonType {
    fileprivate var isCollection: Bool {
        switch self {
        case .list, .tuple: true
        default: false
        }
    }
}

extension FunctionInfo {
    /// Whether the body asks of what type a value is, so that it may be of several.
    fileprivate func tests(_ subject: Expression) -> Bool {
        definition.body.contains { $0.tests(subject) }
    }
}

extension Statement {
    fileprivate func tests(_ subject: Expression) -> Bool {
        expressions.contains { $0.tests(subject) } || statements.contains { $0.tests(subject) }
    }
}

extension Expression {
    fileprivate func tests(_ subject: Expression) -> Bool {
        switch kind {
        case .call(let callee, let arguments)
        where ["isinstance", "hasattr"].contains(callee.simpleName):
            if arguments.first?.value == subject { return true }
        case .comparison(let left, let parts) where left == subject:
            if parts.contains(where: \.comparesType) { return true }
        default: break
        }
        return children.contains { $0.tests(subject) }
    }
}

extension ComparisonPart {
    /// Whether it compares with `None` or a string, which a number never is.
    fileprivate var comparesType: Bool {
        switch operand.kind {
        case .constant(.none), .constant(.string): true
        default: comparison == .is || comparison == .isNot
        }
    }
}
