import Operations
import PythonSyntax

extension FunctionChecker {
    /// Calls of Python's own functions.
    func callBuiltin(_ name: String, _ arguments: [Argument], _ call: Expression) -> TypedExpression
    {
        let span = call.span
        if name == "isinstance" { return checkInstance(arguments, span: span) }
        if name == "callable", let test = checkCallable(arguments, span: span) { return test }
        if name == "map", let elements = mapped(arguments, span: span) { return check(elements) }
        if name == "len", let count = keywordCount(arguments, span: span) { return count }
        if name == "zip", let lists = unpackedLists(arguments) {
            return callBuiltin(name, lists, call)
        }
        if name == "divmod", let pair = quotientAndRest(arguments, span: span) {
            return check(pair)
        }
        let values = arguments.map { check($0.value) }
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
            if values.count == 1, let known = staticOutcome(values[0]) {
                return TypedExpression(.constant(.boolean(known)), .boolean, span: span)
            }
            return result(.boolean)
        case "range":
            values.forEach(expectInteger)
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
        case "sum" where types.count == 1 && elementType(of: types[0]) == .boolean:
            return result(.integer)
        case "min" where types.count > 1, "max" where types.count > 1:
            // `None` has no order: what may be it is unwrapped.
            return result(types.reduce(.unknown) { join($0, $1.unwrapped, at: span) })
        case "min", "max", "sum":
            let elements = types.count == 1 ? [elementType(of: types[0])] : types
            return result(elements.reduce(.unknown) { join($0, $1, at: span) })
        case "abs":
            return result(types.first ?? .unknown)
        case "round":
            return result(types.count == 1 ? .integer : types.first ?? .unknown)
        case "hasattr":
            return checkHasAttribute(values, span: span)
        case "getattr":
            return attributeByParameter(arguments, span: span)
                ?? checkGetAttribute(values, span: span)
        case "set", "frozenset":
            return result(.set(types.first.map { elementType(of: $0) } ?? .unknown))
        case "dict":
            return checkDictionary(arguments, values, span: span)
        case "iter" where values.count == 1:
            // What goes through a sequence is the sequence.
            return values[0]
        case "next":
            let element = types.first.map { elementType(of: $0) } ?? .unknown
            return result(types.count == 2 ? join(element, types[1], at: span) : element)
        case "slice" where (1...3).contains(values.count):
            return result(.arrayIndex)
        case "setattr":
            return setNamedAttribute(values, span: span)
        case "print":
            return result(.none)
        default:
            report("call of '\(name)'", at: span, "is not a function that the compiler knows")
            return result(.unknown)
        }
    }

    /// `(a // b, a % b)` for `divmod(a, b)`, where asking twice for the operands changes nothing.
    private func quotientAndRest(_ arguments: [Argument], span: SourceSpan) -> Expression? {
        let operands = arguments.map(\.value)
        guard operands.count == 2,
            operands.allSatisfy({ $0.isNameOrAttributePath || $0.constantType != nil })
        else { return nil }
        let parts = [BinaryOperator.floorDivide, .modulo].map {
            Expression(.binary(operands[0], $0, operands[1]), span: span)
        }
        return Expression(.tuple(parts), span: span)
    }

    /// The lists of `zip(*lists)`, one by one, where the body makes as many as it writes out:
    /// `lists = [split(x) for x in (q, k, v)]`.
    private func unpackedLists(_ arguments: [Argument]) -> [Argument]? {
        guard arguments.count == 1, arguments[0].label == .starred,
            let name = arguments[0].value.simpleName
        else { return nil }
        let made = function.definition.body.values(assignedTo: name)
        guard made.count == 1, case .comprehension(.list, _, nil, let clauses) = made[0].kind,
            clauses.count == 1, clauses[0].conditions.isEmpty
        else { return nil }
        let count: Int
        switch clauses[0].iterable.kind {
        case .tuple(let elements), .list(let elements): count = elements.count
        default: return nil
        }
        let span = arguments[0].value.span
        return (0..<count).map { index in
            let position = Expression(.constant(.integer(index)), span: span)
            return Argument(
                .positional,
                Expression(.subscript(of: arguments[0].value, index: position), span: span))
        }
    }

    /// `int(x.item())`: only the conversion tells what kind of number the array holds.
    private func convertedItem(_ name: String, _ values: [TypedExpression]) -> TypedExpression? {
        guard values.count == 1, case .call(let call) = values[0].kind,
            case .operation(let item) = call.callee,
            ["array.item", "array.int(item)", "array.float(item)", "array.bool(item)"].contains(
                item.python),
            let operation = program.table.builtinMethods["array"]?["\(name)(item)"],
            case .type(let type) = operation.result
        else { return nil }
        return TypedExpression(
            .call(TypedCall(callee: .operation(operation), arguments: call.arguments)), type,
            span: values[0].span)
    }

    /// `dict(other)` and `dict(a=1)`.
    private func checkDictionary(
        _ arguments: [Argument], _ values: [TypedExpression], span: SourceSpan
    ) -> TypedExpression {
        if values.isEmpty {
            return TypedExpression(
                .dictionary([]), .dictionary(key: .unknown, value: .unknown), span: span)
        }
        let names = arguments.compactMap {
            if case .keyword(let name) = $0.label { name } else { nil }
        }
        if names.count == values.count {
            let items = zip(names, values).map { name, value in
                TypedDictionaryItem(
                    key: TypedExpression(.constant(.string(name)), .string, span: value.span),
                    value: value)
            }
            let value = values.reduce(PythonType.unknown) { join($0, $1.type, at: $1.span) }
            return TypedExpression(
                .dictionary(items), .dictionary(key: .string, value: value), span: span)
        }
        if values.count == 1 {
            switch values[0].type.unwrapped {
            case .dictionary, .json, .library("RoPEScaling"): return copy(of: values[0], span: span)
            default: break
            }
        }
        report("call of 'dict'", at: span, type: values[0].type, "is only supported as a copy")
        return TypedExpression(.constant(.none), .unknown, span: span)
    }

    /// A copy of a list or dictionary, which Swift makes of each that changes. What was just made needs none.
    func copy(of value: TypedExpression, span: SourceSpan) -> TypedExpression {
        let type = value.type.unwrapped
        switch value.kind {
        case .dictionary, .list, .comprehension, .call:
            return TypedExpression(value.kind, type, span: span)
        default:
            let argument = TypedArgument(parameter: "self", value: value)
            return TypedExpression(
                .call(TypedCall(callee: Copies.callee, arguments: [argument])), type, span: span)
        }
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

    func callSetMethod(
        _ name: String, of receiver: TypedExpression, _ element: PythonType,
        _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        let values = arguments.map { check($0.value) }
        switch name {
        case "add":
            if let value = values.first, case .local(let name) = receiver.kind {
                widen(name, to: .set(join(element, value.type, at: span)))
                checkIdentity(of: value, in: locals[name] ?? receiver.type)
            }
            return builtinCall("set.add", receiver, values, .none, span)
        case "issubset": return builtinCall("set.issubset", receiver, values, .boolean, span)
        case "copy" where values.isEmpty: return copy(of: receiver, span: span)
        case "clear" where values.isEmpty:
            return builtinCall("set.clear", receiver, [], .none, span)
        default: return nil
        }
    }

    private func callListMethod(
        _ name: String, of receiver: TypedExpression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        if arguments.isEmpty, name == "copy" { return copy(of: receiver, span: span) }
        if arguments.isEmpty, name == "clear" {
            return builtinCall("list.clear", receiver, [], .none, span)
        }
        guard ["append", "extend", "pop"].contains(name) else { return nil }
        var values = arguments.map { check($0.value) }
        if let value = values.first, case .local(let list) = receiver.kind,
            case .list(let element)? = locals[list]
        {
            let added = name == "append" ? value.type : elementType(of: value.type)
            if name == "append" { values[0] = asElement(value, of: list, span: span) }
            widen(list, to: .list(join(element, added, at: span)))
        }
        if let value = values.first, case .element = receiver.kind {
            widenInnerList(
                receiver, by: name == "append" ? value.type : elementType(of: value.type))
        }
        if let value = values.first, case .attribute(let base, let attribute) = receiver.kind,
            base.kind == .selfObject, let owner, case .list = receiver.type
        {
            let added = name == "append" ? value.type : elementType(of: value.type)
            let span = owner.attributes[attribute]?.span ?? span
            if owner.assign(attribute, type: .list(added), span: span, presence: .always) {
                program.changed = true
            }
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
        case "setdefault" where values.count == 2:
            type = value
            if case .local(let name) = receiver.kind {
                widen(
                    name,
                    to: .dictionary(
                        key: join(key, values[0].type, at: span),
                        value: join(value, values[1].type, at: span)))
            }
        case "update": type = .none
        case "clear" where values.isEmpty: type = .none
        case "copy" where values.isEmpty: return copy(of: receiver, span: span)
        default: return nil
        }
        return builtinCall("dict.\(name)", receiver, values, type, span)
    }

    func builtinCall(
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

extension [Statement] {
    /// What the block, and those inside it, set a name to.
    func values(assignedTo name: String) -> [Expression] {
        flatMap { statement -> [Expression] in
            guard case .assign(let targets, let value) = statement.kind,
                targets.contains(where: { $0.simpleName == name })
            else { return statement.statements.values(assignedTo: name) }
            return [value]
        }
    }
}
