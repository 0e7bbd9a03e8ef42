import Operations
import PythonSyntax

extension FunctionChecker {
    /// Resolves a call and binds its arguments to parameters.
    func checkCall(_ callee: Expression, _ arguments: [Argument], _ call: Expression)
        -> TypedExpression
    {
        let span = call.span
        if let decoded = decodedConfiguration(callee, arguments, span: span) { return decoded }
        if let entries = configurationEntries(callee, arguments) { return entries }
        if let key = keywordRead(callee, arguments) {
            return readKeyword(key, default: arguments.dropFirst().first?.value, span: span)
        }
        if case .name(let name) = callee.kind, let local = localFunctions[name] {
            let bound = bind(arguments, to: local, span: span)
            if local.isThrowing { isThrowing = true }
            return TypedExpression(
                .call(TypedCall(callee: .localFunction(name), arguments: bound)), local.resultType,
                span: span)
        }
        if let symbol = namedFunction(callee) {
            return callSymbol(symbol, callee, arguments, span: span)
        }
        if let called = callStaticByClass(callee, arguments, span: span)
            ?? callByClass(callee, arguments, span: span)
        {
            return called
        }
        if let listed = checkListedArray(callee, arguments, call) { return listed }
        if let item = checkItem(callee, arguments, call) { return item }
        if let root = callee.rootName, locals[root] == nil, root != selfName {
            if let symbol = program.resolve(callee, in: module) {
                if let test = checkPattern(symbol, arguments, span: span)
                    ?? checkSubstitution(symbol, arguments, span: span)
                {
                    return test
                }
                return callSymbol(symbol, callee, arguments, span: span)
            }
            if case .name(let name) = callee.kind {
                return callBuiltin(name, arguments, call)
            }
        }
        if case .attribute(let base, let name) = callee.kind {
            if base.isSuper { return callSuper(name, arguments, span: span) }
            let receiver = check(base)
            if let result = callMethod(name, of: receiver, arguments, span: span) { return result }
            if let value = attribute(name, of: receiver, span: callee.span) {
                let shown = TypedExpression(
                    value.kind, narrowed[callee] ?? value.type, span: value.span)
                return callValue(shown, callee, arguments, span: span)
            }
            if receiver.type != .unknown {
                let isOwn = if case .instance = receiver.type.unwrapped { true } else { false }
                reportUnknown(
                    "method", name, of: receiver, span: callee.span,
                    hint: isOwn ? nil : "add a row to Generator/Operations/Tables")
            }
            for argument in arguments { _ = check(argument.value) }
            return TypedExpression(.constant(.none), .unknown, span: span)
        }
        return callValue(check(callee), callee, arguments, span: span)
    }

    // MARK: Callees

    func callSymbol(
        _ symbol: Symbol, _ callee: Expression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression {
        if let value = program.staticResult(of: symbol) {
            for argument in arguments { _ = check(argument.value) }
            return TypedExpression(.constant(value), value.type, span: span)
        }
        if let partial = partialClass(symbol, arguments, span: span) { return partial }
        if let library = program.libraryName(of: symbol) {
            if let operation = program.table.functions[library] {
                return refusedCall(of: operation, arguments, span: span)
                    ?? callOperation(operation, arguments, span: span)
            }
            if let row = program.table.classes[library], let initializer = row.initializer {
                let initializer = initializer.signature(for: arguments)
                let bound = bind(arguments, to: initializer, span: span)
                if initializer.throwing { isThrowing = true }
                if program.madeClasses.insert(row.swiftName).inserted { program.changed = true }
                program.noteParts(bound.map(\.value.type), of: row)
                return TypedExpression(
                    .call(TypedCall(callee: .operation(initializer), arguments: bound)),
                    .library(row.swiftName), span: span)
            }
            if let method = program.table.staticMethod(library) {
                return callOperation(method, arguments, span: span)
            }
        }
        if case .definition(let origin, let name) = symbol {
            let dotted = "\(origin).\(name)"
            if let info = program.classInfo(dotted) {
                return construct(info, arguments, span: span)
            }
            if let function = program.functionInfo(dotted) {
                if let chosen = chosenByKind(function, arguments) { return chosen }
                let function = variant(of: function, for: arguments)
                let bound = bind(arguments, to: function, span: span)
                if function.isThrowing { isThrowing = true }
                return TypedExpression(
                    .call(TypedCall(callee: .function(function.dottedName), arguments: bound)),
                    function.resultType, span: span)
            }
        }
        report(
            "call of '\(callee.pythonText)'", at: callee.span, "has no row in the operation table",
            hint: "add it to Generator/Operations/Tables")
        for argument in arguments { _ = check(argument.value) }
        return TypedExpression(.constant(.none), .unknown, span: span)
    }

    private func construct(_ info: ClassInfo, _ arguments: [Argument], span: SourceSpan)
        -> TypedExpression
    {
        var bound: [TypedArgument] = []
        program.reachReplacedMethods(of: info)
        if info.kind == .dataclass, info.methods["__init__"] == nil,
            !arguments.isEmpty || program.constructedClasses.contains(info.dottedName)
        {
            return makeDataclass(info, arguments, span: span)
        }
        if info.kind == .dataclass, info.methods["__init__"] == nil, owner?.kind == .module {
            // It has its defaults, as one that is read from a file which states none.
            isThrowing = true
            if program.decodedClasses.insert(info.dottedName).inserted { program.changed = true }
        }
        if let initializer = info.methods["__init__"], !info.passesArguments {
            bound = bind(arguments, to: initializer, span: span)
            if initializer.isThrowing { isThrowing = true }
        } else if let initializer = info.extendedLayer?.initializer {
            if let own = info.methods["__init__"] { reach(own) }
            let initializer = initializer.signature(for: arguments)
            bound = bind(arguments, to: initializer, span: span)
            let callee = initializer.making(info.dottedName)
            return TypedExpression(
                .call(TypedCall(callee: .operation(callee), arguments: bound)),
                .instance(info.dottedName), span: span)
        }
        return TypedExpression(
            .call(TypedCall(callee: .initializer(className: info.dottedName), arguments: bound)),
            .instance(info.dottedName), span: span)
    }

    private func callMethod(
        _ name: String, of receiver: TypedExpression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        switch receiver.type.unwrapped {
        case .instance(let className):
            let info = program.classInfo(className)
            if let layer = info?.extendedObject, info?.methods[name]?.isProperty != true,
                let operation = program.table.method(name, of: layer.swiftName)
            {
                return callOperation(operation, arguments, receiver: receiver, span: span)
            }
            if let method = info?.methods[name] {
                if let chosen = chosenByKind(method, arguments, receiver: receiver) {
                    return chosen
                }
                return method.isProperty
                    ? nil : callMethod(method, of: receiver, className, arguments, span: span)
            }
            guard let layer = info?.extendedLayer,
                let operation = program.table.method(name, of: layer.swiftName)
            else { return nil }
            return callOperation(operation, arguments, receiver: receiver, span: span)
        case .either(let names):
            return callMethod(name, ofEither: names, receiver, arguments, span: span)
        case PythonType.mask:
            let array = TypedExpression(receiver.kind, .array, span: receiver.span)
            return callBuiltinMethod(name, of: array, "array", arguments, span: span)
        case .library(let typeName):
            if typeName == "RoPEScaling",
                let result = callJSONMethod(name, of: receiver, arguments, span: span)
            {
                return result
            }
            if let operation = program.table.method(name, of: typeName) {
                return callOperation(operation, arguments, receiver: receiver, span: span)
            }
            return program.onlyClass(with: name, under: typeName).flatMap {
                callMethod(name, of: seen(receiver, as: $0), arguments, span: span)
            }
        case .json: return callJSONMethod(name, of: receiver, arguments, span: span)
        case .set(let element):
            return callSetMethod(name, of: receiver, element, arguments, span: span)
        case .array: return callBuiltinMethod(name, of: receiver, "array", arguments, span: span)
        case .string: return callBuiltinMethod(name, of: receiver, "str", arguments, span: span)
        case .float: return callBuiltinMethod(name, of: receiver, "float", arguments, span: span)
        case .list: return callBuiltinMethod(name, of: receiver, "list", arguments, span: span)
        case .dictionary(let key, let value):
            return callDictionaryMethod(name, of: receiver, key, value, arguments, span: span)
        default: return nil
        }
    }

    func callMethod(
        _ method: FunctionInfo, of receiver: TypedExpression, _ className: String,
        _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression {
        let bound = bind(arguments, to: method, span: span)
        if method.isThrowing { isThrowing = true }
        if owner?.dottedName != className {
            program.outsideReads[className, default: []].insert(method.definition.name)
        }
        let callee = Callee.method(of: receiver, className: className, name: method.definition.name)
        return TypedExpression(
            .call(TypedCall(callee: callee, arguments: bound)), method.resultType, span: span)
    }

    private func callValue(
        _ value: TypedExpression, _ callee: Expression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression {
        switch value.type.unwrapped {
        case .instance(let className):
            let info = program.classInfo(className)
            if let method = info?.methods["__call__"] {
                return callMethod(method, of: value, className, arguments, span: span)
            }
            if let operation = info?.extendedLayer.flatMap({
                program.table.call(of: $0.swiftName)
            }) {
                return callOperation(
                    operation, arguments, receiver: value, span: span, receiverName: "self")
            }
        case .either(let names):
            let result = callMethod("__call__", ofEither: names, value, arguments, span: span)
            if let result { return result }
        case .library(let typeName):
            if let operation = program.table.call(of: typeName) {
                return callOperation(
                    operation, arguments, receiver: value, span: span, receiverName: "self")
            }
        case .classObject(let names):
            return makeInstance(of: names, value, callee, arguments, span: span)
        case .function(let parameters, let result):
            let operation = Operation.call(of: parameters, result: result)
            let called = callOperation(
                operation, arguments, receiver: value, span: span, receiverName: "self")
            if case .call(let call) = called.kind { reportNumbers(call.arguments, for: operation) }
            return called
        default:
            break
        }
        if value.type == .integer || value.type == .float || value.type == .boolean,
            raises("TypeError", "'\(value.type)' object is not callable", at: callee.span)
        {
            // What Python does, too.
        } else if value.type != .unknown {
            report("call", at: callee.span, type: value.type, "this value cannot be called")
        }
        for argument in arguments { _ = check(argument.value) }
        return TypedExpression(.constant(.none), .unknown, span: span)
    }

    func callOperation(
        _ operation: Operation, _ arguments: [Argument], receiver: TypedExpression? = nil,
        span: SourceSpan, receiverName: String? = nil
    ) -> TypedExpression {
        let isMethod =
            receiver != nil && receiverName == nil
            && (program.table.functions[operation.python] != nil
                || operation.parameters.first?.name == "self")
        let operation = operation.signature(for: arguments, hasReceiver: isMethod)
        let arguments = wholeLists(arguments, for: operation)
        var parameters = operation.parameters
        var bound: [TypedArgument] = []
        if let receiver {
            let first = parameters.first
            let takesReceiver =
                first?.name == "self" || (receiverName == nil && first?.name == "a")
                || (receiverName == nil && program.table.functions[operation.python] != nil)
            if takesReceiver, let first {
                parameters.removeFirst()
                bound.append(TypedArgument(parameter: first.name, value: receiver))
            } else {
                bound.append(TypedArgument(parameter: "self", value: receiver))
            }
        }
        bound += bind(arguments, to: operation, parameters: parameters, span: span)
        bound = bound.map { alwaysSpelled($0, for: operation) }
        if operation.throwing || (canThrow && operation.swift.contains(where: \.throwing)) {
            isThrowing = true
        }
        let result: PythonType
        switch operation.result {
        case .type(let type): result = type
        case .same(let name): result = bound.first { $0.parameter == name }?.value.type ?? .unknown
        }
        return asArrays(
            TypedExpression(
                .call(TypedCall(callee: .operation(operation), arguments: bound)), result,
                span: span))
    }
}

extension Operation {
    /// The signature that a call with these arguments has in mind.
    func signature(for arguments: [Argument], hasReceiver: Bool = false) -> Operation {
        let keywords = arguments.compactMap {
            if case .keyword(let name) = $0.label { name } else { nil }
        }
        let unpacked = arguments.count { $0.label == .doubleStarred }
        return signature(
            positional: arguments.count - keywords.count - unpacked + (hasReceiver ? 1 : 0),
            keywords: keywords,
            literals: Dictionary(
                arguments.compactMap { argument in
                    guard case .keyword(let name) = argument.label,
                        case .constant(let constant) = argument.value.kind
                    else { return nil }
                    return (name, constant.pythonText)
                }, uniquingKeysWith: { first, _ in first }))
    }
}
