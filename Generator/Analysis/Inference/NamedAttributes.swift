import Operations
import PythonSyntax

/// `setattr(self, name, layer)` and `getattr(self, name)` with names that only run time tells: the names are those that
/// callers of the function pass, each an attribute of its own.
extension FunctionChecker {
    func setNamedAttribute(_ values: [TypedExpression], span: SourceSpan) -> TypedExpression {
        func refused(_ message: String) -> TypedExpression {
            report("setattr", at: span, type: values.first?.type, message)
            return TypedExpression(.constant(.none), .none, span: span)
        }
        guard let owner, values.count == 3, values[0].kind == .selfObject else {
            return refused("is only supported on 'self'")
        }
        guard case .local(let name) = values[1].kind, !isInitializer,
            function.parameters.contains(where: { $0.name == name }),
            function.definition.body.assignmentCount(of: name) == 0
        else { return refused("the name has to be a parameter of the method") }
        guard !function.variesStrings.contains(name) else {
            return refused("a caller passes a name that is no literal")
        }
        let type = values[2].type
        for attribute in (function.passedStrings[name] ?? []).sorted() {
            let known = owner.attributes[attribute]?.type ?? .unknown
            let held = join(known, type.madeOptional, at: span)
            if owner.assign(attribute, type: held, span: function.span, presence: .always) {
                program.changed = true
            }
            if owner.attributes[attribute]?.type != held {
                owner.attributes[attribute]?.type = held
                program.changed = true
            }
            program.noteAttribute(attribute, of: owner.dottedName, .varying)
            program.reassignedAttributes[owner.dottedName, default: []].insert(attribute)
            noteRead(attribute, of: owner.dottedName)
            if program.namedAttributes[owner.dottedName, default: []].insert(attribute).inserted {
                program.changed = true
            }
        }
        return builtinCall(values, named: "setattr", type: .none, span: span)
    }

    /// The attribute that `getattr(self, name)` reads; `nil` where no name is set that way.
    func namedAttribute(_ values: [TypedExpression], span: SourceSpan) -> TypedExpression? {
        guard let owner, values.count == 2, values[0].kind == .selfObject,
            values[1].type == .string,
            let names = program.namedAttributes[owner.dottedName]
        else { return nil }
        let type = names.sorted().compactMap { owner.attributes[$0]?.type.unwrapped }
            .reduce(PythonType.unknown) { join($0, $1, at: span) }
        return builtinCall(values, named: "getattr", type: type, span: span)
    }

    /// `{"a": x.a_size, "b": x.b_size}[part]` for `getattr(x, f"{part}_size")` with a parameter as which all calls
    /// pass literals, `"a"` and `"b"`; `nil` for any other call.
    func attributeByParameter(_ arguments: [Argument], span: SourceSpan) -> TypedExpression? {
        guard arguments.count == 2, arguments.allSatisfy({ $0.label == .positional }),
            let (name, spelled) = arguments[1].value.spelling,
            function.parameters.contains(where: { $0.name == name }),
            function.definition.body.assignmentCount(of: name) == 0,
            !function.variesStrings.contains(name), let passed = function.passedStrings[name],
            owner.map({ program.namedAttributes[$0.dottedName] == nil }) ?? true
        else { return nil }
        let items = passed.sorted().map { text in
            DictionaryItem(
                key: Expression(.constant(.string(text)), span: span),
                value: Expression(
                    .attribute(of: arguments[0].value, name: spelled(text)), span: span))
        }
        let index = Expression(.name(name), span: arguments[1].value.span)
        return check(
            Expression(
                .subscript(of: Expression(.dictionary(items), span: span), index: index),
                span: span))
    }

    /// Notes the strings that a call passes.
    func noteStrings(_ bound: [TypedArgument], of callee: FunctionInfo) {
        for argument in bound where argument.value.type == .string {
            if case .string(let text)? = staticValue(argument.value) {
                if callee.passedStrings[argument.parameter, default: []].insert(text).inserted {
                    program.changed = true
                }
            } else if callee.variesStrings.insert(argument.parameter).inserted {
                program.changed = true
            }
        }
    }

    private func builtinCall(
        _ values: [TypedExpression], named name: String, type: PythonType, span: SourceSpan
    ) -> TypedExpression {
        let arguments = values.enumerated().map {
            TypedArgument(parameter: "\($0.offset)", value: $0.element)
        }
        return TypedExpression(
            .call(TypedCall(callee: .builtin(name), arguments: arguments)), type, span: span)
    }
}

extension Expression {
    /// The name of which this makes a text, `part` in `part` and `f"{part}_size"`, and how.
    fileprivate var spelling: (name: String, text: (String) -> String)? {
        if let name = simpleName { return (name, { $0 }) }
        guard case .formattedString(let parts) = kind else { return nil }
        var names: [String] = []
        for case .value(let value, let conversion, let format) in parts {
            guard let name = value.simpleName, conversion == nil, format.isEmpty else { return nil }
            names.append(name)
        }
        guard names.count == 1 else { return nil }
        return (
            names[0],
            { text in
                parts.map { if case .text(let own) = $0 { own } else { text } }.joined()
            }
        )
    }
}
