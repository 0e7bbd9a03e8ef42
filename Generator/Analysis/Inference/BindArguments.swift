import Operations
import PythonSyntax

/// Which argument of a call is which parameter's.
extension FunctionChecker {
    func bind(
        _ arguments: [Argument], to operation: Operation, parameters: [OperationParameter]? = nil,
        span: SourceSpan
    ) -> [TypedArgument] {
        let parameters = parameters ?? operation.parameters
        var bound: [TypedArgument] = []
        var position = 0
        for argument in arguments {
            switch argument.label {
            case .starred where elements(of: argument.value) != nil:
                for element in elements(of: argument.value) ?? [] where position < parameters.count
                {
                    bound.append(
                        TypedArgument(parameter: parameters[position].name, value: element))
                    if !parameters[position].isVariadic { position += 1 }
                }
            case .positional, .starred:
                guard position < parameters.count, !parameters[position].isKeywordOnly else {
                    report(
                        "call of '\(operation.python)'", at: argument.value.span,
                        "too many arguments")
                    continue
                }
                let parameter = parameters[position]
                let value = asLayer(asArray(check(argument.value), for: parameter), for: parameter)
                conform(value, to: parameter)
                bound.append(TypedArgument(parameter: parameter.name, value: value))
                if !parameter.isVariadic { position += 1 }
            case .keyword(let name):
                let given = check(argument.value)
                guard let parameter = parameters.first(where: { $0.name == name }) else {
                    if name != "stream" {
                        report(
                            "argument '\(name)'", at: argument.value.span,
                            "'\(operation.python)' has no such parameter in the operation table")
                    }
                    continue
                }
                let value = asLayer(given, for: parameter)
                conform(value, to: parameter)
                bound.append(TypedArgument(parameter: name, value: value))
            case .doubleStarred
            where function.keywordsName.map { $0 == argument.value.simpleName } == true
                && parameters.allSatisfy({ parameter in
                    bound.contains { $0.parameter == parameter.name }
                }):
                // Nothing is left that could be given by name.
                continue
            case .doubleStarred:
                report(
                    "**argument", at: argument.value.span,
                    "'\(operation.python)' cannot be called with unpacked keywords")
            }
        }
        for parameter in parameters where parameter.defaultValue == nil && !parameter.isVariadic {
            if !bound.contains(where: { $0.parameter == parameter.name }) {
                report(
                    "call of '\(operation.python)'", at: span,
                    "argument '\(parameter.name)' is missing")
            }
        }
        return bound + entries(of: bound, readBy: operation, span: span)
    }

    /// What the Swift spelling of a call reads of its arguments: `{config.hidden_size}`.
    private func entries(of bound: [TypedArgument], readBy operation: Operation, span: SourceSpan)
        -> [TypedArgument]
    {
        guard operation.swift.contains(where: { !$0.entries.isEmpty }) else { return [] }
        let entries = operation.spellings(for: bound).first?.entries ?? []
        return entries.compactMap { entry in
            let path = entry.split(separator: ".").map(String.init)
            guard let object = bound.first(where: { $0.parameter == path[0] })?.value else {
                return nil
            }
            var value = object
            for name in path.dropFirst() {
                guard let found = attribute(name, of: value, span: object.span) else {
                    if value.type != .unknown {
                        reportUnknown("attribute", name, of: value, span: object.span)
                    }
                    return nil
                }
                value = found
            }
            return TypedArgument(parameter: entry, value: value)
        }
    }

    /// The elements of an unpacked tuple, `*self.sizes`, whose length its type tells.
    private func elements(of value: Expression) -> [TypedExpression]? {
        guard value.isNameOrAttributePath else { return nil }
        let tuple = check(value, quietly: true)
        guard case .tuple(let types) = tuple.type.unwrapped else { return nil }
        let whole = check(value)
        return types.enumerated().map { position, type in
            let index = TypedExpression(
                .constant(.integer(position)), .integer, span: value.span)
            return TypedExpression(.element(of: whole, index: index), type, span: value.span)
        }
    }

    func bind(_ arguments: [Argument], to callee: FunctionInfo, span: SourceSpan)
        -> [TypedArgument]
    {
        if !isInspecting { reach(callee) }
        resolveForwarding(of: callee)
        let parameters = callee.parameters
        var bound: [TypedArgument] = []
        var position = 0
        func add(_ parameter: Parameter, _ value: TypedExpression) {
            if callee.parameterTypes[parameter.name]?.unwrapped == .integer { expectInteger(value) }
            let value = argument(value, for: parameter, of: callee)
            pass(value.type, to: parameter.name, of: callee)
            if value.type != .none, !isInspecting {
                program.noteFacts(facts(of: value), of: parameter.name, in: callee)
            }
            notePart(parameter.name, value, in: callee)
            noteCaches(parameter.name, value, in: callee)
            bound.append(TypedArgument(parameter: parameter.name, value: value))
        }
        for argument in arguments {
            switch argument.label {
            case .positional:
                guard position < parameters.count else {
                    if callee.takesAnyPositional { continue }
                    report(
                        "call of '\(callee.definition.name)'", at: argument.value.span,
                        "too many arguments")
                    continue
                }
                add(parameters[position], check(argument.value))
                position += 1
            case .keyword(let name):
                let value = check(argument.value)
                if let parameter = parameters.first(where: { $0.name == name }) {
                    add(parameter, value)
                } else if callee.keywordsName == nil {
                    report(
                        "argument '\(name)'", at: argument.value.span,
                        "'\(callee.definition.name)' has no such parameter")
                } else if !callee.isGivenKeywords {
                    callee.isGivenKeywords = true
                    program.changed = true
                }
            case .doubleStarred where argument.value.simpleName == function.keywordsName:
                if callee.keywordsName != nil, !callee.isGivenKeywords {
                    callee.isGivenKeywords = true
                    program.changed = true
                }
                let taken = Set(bound.map(\.parameter) + explicitNames(arguments))
                for parameter in parameters.dropFirst(position)
                where !taken.contains(parameter.name) {
                    guard !ownParameterNames.contains(parameter.name) else { continue }
                    // A key that is not given leaves the callee its own default.
                    let value = readKeyword(
                        parameter.name, default: parameter.defaultValue, span: argument.value.span)
                    reportAbsentKeyword(value, for: parameter)
                    add(parameter, value)
                }
            case .starred where elements(of: argument.value) != nil:
                for value in elements(of: argument.value) ?? [] where position < parameters.count {
                    add(parameters[position], value)
                    position += 1
                }
            case .doubleStarred where gatheredEntries(argument.value) != nil:
                for (name, value) in gatheredEntries(argument.value) ?? [] {
                    guard let parameter = parameters.first(where: { $0.name == name }),
                        let usual = parameter.defaultValue
                    else { continue }
                    // A file may have a fraction where the default is a whole number.
                    let isNumber =
                        parameter.annotation == nil && usual.constantType == .integer
                    let read = check(value(usual))
                    pass(isNumber ? .float : read.type, to: name, of: callee)
                    bound.append(TypedArgument(parameter: name, value: read))
                }
            case .starred, .doubleStarred:
                report(
                    "unpacked argument", at: argument.value.span,
                    "is not supported in a call of '\(callee.definition.name)'")
            }
        }
        for parameter in parameters where parameter.defaultValue == nil {
            if !bound.contains(where: { $0.parameter == parameter.name }) {
                report(
                    "call of '\(callee.definition.name)'", at: span,
                    "argument '\(parameter.name)' is missing")
            }
        }
        guard !isInspecting else { return bound }
        passDefaultClasses(bound, to: callee)
        noteStrings(bound, of: callee)
        noteArguments(bound, of: callee)
        return bound
    }

    /// A layer of the family's own where an operation takes any layer of a protocol.
    private func conform(_ value: TypedExpression, to parameter: OperationParameter) {
        expectIntegers(value, for: parameter)
        expectScaling(value, for: parameter)
        guard case .instance(let className) = value.type.unwrapped,
            case .library(let name) = parameter.type.unwrapped,
            program.table.types[name]?.isProtocol == true
        else { return }
        program.conform(className, to: name)
    }

    private func explicitNames(_ arguments: [Argument]) -> [String] {
        arguments.compactMap { if case .keyword(let name) = $0.label { name } else { nil } }
    }

    /// Whether the Swift function may throw: a forward pass and a property may not.
    var canThrow: Bool {
        function.definition.name != "__call__" && !function.isProperty && !function.isSetter
    }

    /// The parameters that the definition itself lists.
    private var ownParameterNames: Set<String> {
        Set(function.definition.parameters.all.map(\.name))
    }
}
