import Operations
import PythonSyntax

/// What the closed world knows of parameters: one that no caller gives, or to which every caller passes the
/// same literal, is that literal, and tests of it are decided.
extension FunctionChecker {
    /// The literal that a parameter always is.
    func constantArgument(_ parameter: Parameter) -> Constant? {
        if function.parameterTypes[parameter.name] == PythonType.none { return Constant.none }
        if function.isBorder {
            guard !function.canBeInput(parameter), let value = parameter.defaultValue?.literal
            else {
                return nil
            }
            // The family's own code may call it too.
            let passed = function.argumentConstants[parameter.name]
            return passed == nil || passed == .constant(value) ? value : nil
        }
        guard case .constant(let value)? = function.argumentConstants[parameter.name] else {
            return nil
        }
        return value
    }

    /// Whether the parameter is a literal that only decided tests have read, so that it is not needed.
    func isSettled(_ parameter: Parameter, in body: [TypedStatement]) -> Bool {
        let isRead = body.contains { $0.contains { $0.kind == .local(parameter.name) } }
        if function.parameterTypes[parameter.name]?.isClassObject == true { return !isRead }
        return switch constantArgument(parameter) {
        case nil, PythonSyntax.Constant.none?: false
        default: !isRead
        }
    }

    /// A name that is always the same string as that string, where the spelling is chosen by it.
    func alwaysSpelled(_ argument: TypedArgument, for operation: Operation) -> TypedArgument {
        let isChoice =
            operation.values[argument.parameter] != nil
            || operation.swift.contains { $0.literals[argument.parameter] != nil }
        guard isChoice, case .string(let text)? = staticValue(argument.value) else {
            return argument
        }
        return TypedArgument(
            parameter: argument.parameter,
            value: TypedExpression(
                .constant(.string(text)), .string, span: argument.value.span))
    }

    /// Notes the literals that a call passes or leaves to the defaults.
    func noteArguments(_ bound: [TypedArgument], of callee: FunctionInfo) {
        for parameter in callee.parameters {
            let argument = bound.first { $0.parameter == parameter.name }?.value
            let value =
                argument.map { staticValue($0) } ?? parameter.defaultValue.flatMap(\.literal)
            program.noteArgument(
                parameter.name, of: callee, value.map { .constant($0) } ?? .varying)
        }
    }

    /// Keeps that a keyword which the runtime could pass is used as no tensor is. Then nobody passes it, it is
    /// `None`, and the analysis starts anew.
    func refuteTensor(_ value: TypedExpression) {
        guard isKeyword(value), case .local(let name) = value.kind else { return }
        program.otherKeywords[function.dottedName, default: []].insert(name)
    }

    /// What a call passes to a parameter whose annotation says that it is no array.
    func argument(_ value: TypedExpression, for parameter: Parameter, of callee: FunctionInfo)
        -> TypedExpression
    {
        guard callee.statedTypes[parameter.name]?.isNeverArray == true, isKeyword(value),
            !isInput(value)
        else { return value }
        refuteTensor(value)
        return TypedExpression(.constant(.none), .none, span: value.span)
    }

    /// Whether runs are known to pass the tensor, so that an annotation which says otherwise is wrong.
    private func isInput(_ value: TypedExpression) -> Bool {
        guard case .local(let name) = value.kind else { return false }
        return program.inputFacts[name] != nil
    }

    /// Whether the value is a tensor that the runtime may pass by name.
    private func isKeyword(_ value: TypedExpression) -> Bool {
        guard function.isBorder, case .local(let name) = value.kind else { return false }
        return function.keywordParameters.contains { $0.name == name }
    }

    /// A test of a keyword's truth, which an array of several elements does not have.
    func refuteTensor(testedBy test: Expression) {
        switch test.kind {
        case .name: refuteTensor(check(test, quietly: true))
        case .unary(.not, let operand): refuteTensor(testedBy: operand)
        case .boolean(_, let operands): for operand in operands { refuteTensor(testedBy: operand) }
        default: break
        }
    }
}

extension Program {
    /// Joins what one more call passes with what is known.
    func noteArgument(_ name: String, of callee: FunctionInfo, _ value: StaticValue) {
        let known = callee.argumentConstants[name]
        let next = known == nil || known == value ? value : .varying
        guard known != next else { return }
        callee.argumentConstants[name] = next
        changed = true
    }
}

extension FunctionInfo {
    /// Whether the runtime can pass the parameter: the token ids, the caches, and tensors by name.
    fileprivate func canBeInput(_ parameter: Parameter) -> Bool {
        if parameters.first?.name == parameter.name { return true }
        if FamilyBorder.priors[parameter.name] != nil || inputs.contains(parameter.name) {
            return true
        }
        let stated = statedTypes[parameter.name] ?? .unknown
        return stated == .unknown || stated.unwrapped == .array || stated.unwrapped == .json
    }
}

extension Expression {
    /// The value of a literal.
    fileprivate var literal: Constant? {
        if case .constant(let value) = kind { value } else { nil }
    }
}

extension PythonType {
    /// Whether it is a type whose values are never arrays, whatever an annotation leaves open.
    var isNeverArray: Bool {
        switch unwrapped {
        case .list, .tuple, .set, .dictionary, .string, .boolean: true
        default: false
        }
    }
}
