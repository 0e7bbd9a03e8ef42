import Operations
import PythonSyntax

/// Functions as values: those of the sources by their names, and lambdas. Parameters of which nothing tells anything
/// are arrays, as those of activations are.
extension FunctionChecker {
    /// A function of the sources that an expression names.
    func functionValue(_ symbol: Symbol, span: SourceSpan) -> TypedExpression? {
        guard case .definition(let origin, let name) = symbol,
            let info = program.functionInfo("\(origin).\(name)"),
            info.keywordsName == nil, !info.takesAnyPositional
        else { return nil }
        reach(info)
        noteArguments([], of: info)
        let given = info.parameters.filter { $0.defaultValue == nil }
        for parameter in given {
            if info.parameterTypes[parameter.name] ?? .unknown == .unknown {
                program.widen(parameter.name, of: info, with: .array)
            }
            program.noteFacts(ArrayFacts(), of: parameter.name, in: info)
        }
        let result = info.resultType
        let type = PythonType.function(
            parameters: given.map { info.parameterTypes[$0.name] ?? .array }, result: result)
        // What the function gives, a later round tells.
        return TypedExpression(
            .functionValue(info.dottedName), result == .unknown ? .unknown : type, span: span)
    }

    // MARK: Names of one function

    /// Notes that names, or attributes of `self`, stand for a function of the sources and never for anything else;
    /// whether they do. Swift needs no value for them.
    func noteFunction(_ targets: [Expression], _ value: Expression) -> Bool {
        guard facts.isEmpty, let root = value.rootName, locals[root] == nil, root != selfName,
            let symbol = program.resolve(value, in: module),
            program.libraryName(of: symbol) == nil, case .definition(let origin, let name) = symbol,
            program.functionInfo("\(origin).\(name)") != nil, targets.allSatisfy(isSetOnce)
        else { return false }
        for target in targets {
            switch target.kind {
            case .name(let name): functionNames[name] = symbol
            case .attribute(_, let name):
                let key = "\(owner?.dottedName ?? "").\(name)"
                if program.functionAttributes.updateValue(symbol, forKey: key) != symbol {
                    program.changed = true
                }
            default: break
            }
        }
        return true
    }

    /// Whether nothing but one statement sets a name or an attribute.
    private func isSetOnce(_ target: Expression) -> Bool {
        switch target.kind {
        case .name(let name):
            return function.definition.body.assignmentCount(of: name) == 1
                && !function.parameters.contains { $0.name == name }
        case .attribute(let base, let name) where base.simpleName == selfName:
            guard let owner else { return false }
            let body = owner.resolutionOrder.flatMap(\.definition.body)
            return body.settingCount(of: name) == 1
        default: return false
        }
    }

    /// The function of the sources for which a name or an attribute stands.
    func namedFunction(_ expression: Expression) -> Symbol? {
        switch expression.kind {
        case .name(let name): return functionNames[name]
        case .attribute(let base, let name):
            guard !program.functionAttributes.isEmpty, base.isNameOrAttributePath,
                case .instance(let className) = check(base, quietly: true).type.unwrapped
            else { return nil }
            return program.functionAttributes["\(className).\(name)"]
        default: return nil
        }
    }

    // MARK: Lambdas

    /// `lambda x: x * mx.sigmoid(x)`
    func checkLambda(
        _ parameters: Parameters, _ body: Expression, span: SourceSpan
    ) -> TypedExpression {
        let names = parameters.all.map(\.name)
        let isPlain = parameters.all.allSatisfy {
            [.positionalOrKeyword, .positionalOnly].contains($0.kind) && $0.defaultValue == nil
        }
        guard isPlain, body.names.subtracting(names).allSatisfy(keepsValue) else {
            report(
                "lambda", at: span,
                "is only supported with plain parameters, and of names that keep their values")
            return TypedExpression(.constant(.none), .unknown, span: span)
        }
        let saved = (locals, narrowed)
        defer { (locals, narrowed) = saved }
        for name in names { locals[name] = .array }
        narrowed = narrowed.filter { path, _ in !names.contains(path.narrowedRoot ?? "") }
        let typed = check(body)
        return TypedExpression(
            .lambda(names, body: typed),
            .function(parameters: names.map { _ in .array }, result: typed.type), span: span)
    }

    /// Whether a name is the same value wherever the function is: Python looks it up when a lambda is called.
    private func keepsValue(_ name: String) -> Bool {
        guard locals[name] != nil else { return name != selfName }
        let count = function.definition.body.assignmentCount(of: name)
        let isParameter = function.parameters.contains { $0.name == name }
        return count == (isParameter ? 0 : 1)
    }

    /// What a call of a function value passes: a function of arrays takes no numbers in Swift.
    func reportNumbers(_ arguments: [TypedArgument], for operation: Operation) {
        for argument in arguments
        where operation.parameter(named: argument.parameter)?.type == .array
            && [.integer, .float, .boolean].contains(argument.value.type)
        {
            report(
                "argument of a function", at: argument.value.span, type: argument.value.type,
                "the function takes arrays")
        }
    }

    /// A function as a layer, where an operation takes any layer of a protocol: the class below the protocol that is
    /// made of such a function.
    func asLayer(_ value: TypedExpression, for parameter: OperationParameter) -> TypedExpression {
        guard case .function = value.type, case .library(let name) = parameter.type.unwrapped,
            program.table.types[name]?.isProtocol == true,
            let (layer, initializer) = program.table.layer(below: name, madeOf: value.type)
        else { return value }
        let argument = TypedArgument(parameter: initializer.parameters[0].name, value: value)
        return TypedExpression(
            .call(TypedCall(callee: .operation(initializer), arguments: [argument])),
            .library(layer), span: value.span)
    }
}

extension OperationTable {
    /// The class below a protocol of which an instance is made of one value, and how.
    fileprivate func layer(below name: String, madeOf value: PythonType) -> (String, Operation)? {
        types.values.lazy.filter { $0.conforms.contains(name) }.compactMap { row in
            row.initializer.map { (row.swiftName, $0) }
        }.first { $0.1.parameters.count == 1 && $0.1.parameters[0].type == value }
    }
}

extension [Statement] {
    /// How many statements set an attribute of some object.
    fileprivate func settingCount(of name: String) -> Int {
        reduce(0) { count, statement in
            var own = 0
            switch statement.kind {
            case .assign(let targets, _): own = targets.count { $0.isAttribute(name) }
            case .annotatedAssign(let target, _, _), .augmentedAssign(let target, _, _):
                own = target.isAttribute(name) ? 1 : 0
            default: break
            }
            return count + own + statement.statements.settingCount(of: name)
        }
    }
}

extension Expression {
    fileprivate func isAttribute(_ name: String) -> Bool {
        switch kind {
        case .attribute(_, name): true
        case .tuple(let elements), .list(let elements): elements.contains { $0.isAttribute(name) }
        default: false
        }
    }
}

extension Expression {
    /// The names that stand in the expression.
    fileprivate var names: Set<String> {
        children.reduce(into: Set([simpleName].compactMap { $0 })) { $0.formUnion($1.names) }
    }
}
