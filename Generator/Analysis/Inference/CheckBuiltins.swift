import Operations
import PythonSyntax

extension FunctionChecker {
    /// Calls of Python's own functions.
    func callBuiltin(_ name: String, _ arguments: [Argument], _ call: Expression) -> TypedExpression
    {
        let span = call.span
        // The second argument of `isinstance` is a type, no value.
        let values = (name == "isinstance" ? Array(arguments.prefix(1)) : arguments).map {
            check($0.value)
        }
        let types = values.map(\.type)
        func result(_ type: PythonType) -> TypedExpression {
            let bound = zip(arguments.indices, values).map { index, value in
                let label = arguments[index].label
                let name = if case .keyword(let keyword) = label { keyword } else { "\(index)" }
                return TypedArgument(parameter: name, value: value)
            }
            return TypedExpression(
                .call(TypedCall(callee: .builtin(name), arguments: bound)), type, span: span)
        }
        if let read = convertedItem(name, values) { return read }
        switch name {
        case "len":
            return result(.integer)
        case "int":
            return result(.integer)
        case "float":
            return result(.float)
        case "str":
            return result(.string)
        case "bool":
            return result(.boolean)
        case "range":
            return result(.list(.integer))
        case "list", "reversed", "sorted", "tuple":
            return result(.list(types.first.map { elementType(of: $0) } ?? .unknown))
        case "zip":
            return result(.list(.tuple(types.map { elementType(of: $0) })))
        case "enumerate":
            return result(
                .list(.tuple([.integer, types.first.map { elementType(of: $0) } ?? .unknown])))
        case "any", "all":
            return result(.boolean)
        case "min", "max", "sum":
            let elements = types.count == 1 ? [elementType(of: types[0])] : types
            return result(elements.reduce(.unknown) { join($0, $1, at: span) })
        case "abs":
            return result(types.first ?? .unknown)
        case "round":
            return result(types.count == 1 ? .integer : types.first ?? .unknown)
        case "isinstance":
            if let known = knownInstance(values, arguments) {
                return TypedExpression(.constant(.boolean(known)), .boolean, span: span)
            }
            report("isinstance", at: span, type: types.first, "this test is not supported")
            return result(.boolean)
        case "hasattr":
            if let known = knownAttribute(values) {
                return TypedExpression(.constant(.boolean(known)), .boolean, span: span)
            }
            report("hasattr", at: span, type: types.first, "this test is not supported")
            return result(.boolean)
        case "getattr":
            if let known = knownValue(values, span: span) { return known }
            report(
                "getattr", at: span, type: types.first, "this attribute is not known",
                hint: "only a literal name on a configuration or a library type is resolved")
            return result(.unknown)
        default:
            report("call of '\(name)'", at: span, "is not a function that the compiler knows")
            return result(.unknown)
        }
    }

    /// `getattr(x, "name", default)`: the attribute where the type has it, else the default.
    private func knownValue(_ values: [TypedExpression], span: SourceSpan) -> TypedExpression? {
        guard values.count >= 2, case .constant(.string(let name)) = values[1].kind,
            !values[0].type.isOptional
        else { return nil }
        switch values[0].type {
        case .instance(let className):
            guard let info = program.classInfo(className), info.kind == .dataclass else {
                return nil
            }
            if let found = attribute(name, of: values[0], span: span) { return found }
        case .library(let typeName):
            if let found = attribute(name, of: values[0], span: span) { return found }
            // A protocol says nothing of what its classes have besides.
            guard program.table.types[typeName]?.isProtocol == false else { return nil }
        default:
            return nil
        }
        return values.count == 3 ? values[2] : nil
    }

    /// `int(x.item())`: only the conversion tells what kind of number the array holds.
    private func convertedItem(_ name: String, _ values: [TypedExpression]) -> TypedExpression? {
        guard values.count == 1, case .call(let call) = values[0].kind,
            case .operation(let item) = call.callee, item.python == "array.item",
            let operation = program.table.builtinMethods["array"]?["\(name)(item)"],
            case .type(let type) = operation.result
        else { return nil }
        return TypedExpression(
            .call(TypedCall(callee: .operation(operation), arguments: call.arguments)), type,
            span: values[0].span)
    }

    /// The outcome of `isinstance` where the types decide it.
    private func knownInstance(_ values: [TypedExpression], _ arguments: [Argument]) -> Bool? {
        guard arguments.count == 2, values[0].type != .unknown, !values[0].type.isOptional else {
            return nil
        }
        let tested = program.type(ofAnnotation: arguments[1].value, named: "", in: module)
        guard tested != .unknown else { return nil }
        switch (values[0].type, tested) {
        case (.list, .list), (.dictionary, .json), (.boolean, .integer): return true
        // JSON has integers where a float is expected, and a list may be a tuple.
        case (.float, .integer), (.tuple, .list), (.list, .tuple), (.json, _), (PythonType.mask, _):
            return nil
        case (.library, .library), (.instance, .instance):
            return values[0].type == tested ? true : nil
        default: return values[0].type == tested
        }
    }

    private func knownAttribute(_ values: [TypedExpression]) -> Bool? {
        guard values.count == 2, case .constant(.string(let name)) = values[1].kind,
            case .instance(let className) = values[0].type, let info = program.classInfo(className)
        else { return nil }
        if info.kind == .dataclass {
            return info.fields.contains { $0.name == name } || info.methods[name] != nil
        }
        guard let attribute = info.attributes[name] else { return info.methods[name] != nil }
        return attribute.presence == .always ? true : nil
    }

    // MARK: Methods of built-in types

    func callBuiltinMethod(
        _ name: String, of receiver: TypedExpression, _ type: String, _ arguments: [Argument],
        span: SourceSpan
    ) -> TypedExpression? {
        if type == "list", let result = callListMethod(name, of: receiver, arguments, span: span) {
            return result
        }
        guard let operation = program.table.builtinMethods[type]?[name] else { return nil }
        return callOperation(operation, arguments, receiver: receiver, span: span)
    }

    private func callListMethod(
        _ name: String, of receiver: TypedExpression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        guard ["append", "extend", "pop"].contains(name) else { return nil }
        let values = arguments.map { check($0.value) }
        if let value = values.first, case .local(let list) = receiver.kind,
            case .list(let element)? = locals[list]
        {
            let added = name == "append" ? value.type : elementType(of: value.type)
            widen(list, to: .list(join(element, added, at: span)))
        }
        return builtinCall(
            "list.\(name)", receiver, values,
            name == "pop" ? elementType(of: receiver.type) : .none, span)
    }

    func callDictionaryMethod(
        _ name: String, of receiver: TypedExpression, _ key: PythonType, _ value: PythonType,
        _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        let values = arguments.map { check($0.value) }
        let type: PythonType
        switch name {
        case "items": type = .list(.tuple([key, value]))
        case "keys": type = .list(key)
        case "values": type = .list(value)
        case "get":
            type = values.count > 1 ? join(value, values[1].type, at: span) : value.madeOptional
        case "pop": type = values.count > 1 && values[1].type == .none ? value.madeOptional : value
        case "update": type = .none
        default: return nil
        }
        return builtinCall("dict.\(name)", receiver, values, type, span)
    }

    private func builtinCall(
        _ name: String, _ receiver: TypedExpression, _ values: [TypedExpression],
        _ type: PythonType,
        _ span: SourceSpan
    ) -> TypedExpression {
        let bound =
            [TypedArgument(parameter: "self", value: receiver)]
            + values.enumerated().map {
                TypedArgument(parameter: "\($0.offset)", value: $0.element)
            }
        return TypedExpression(
            .call(TypedCall(callee: .builtin(name), arguments: bound)), type, span: span)
    }
}
