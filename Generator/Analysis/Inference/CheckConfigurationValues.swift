import Operations
import PythonSyntax

/// What the code says about values of a configuration file.
extension FunctionChecker {
    /// `args.layer_types or ["full", …]`: the field is a bare `list`, its default says of what.
    func learnElement(of value: TypedExpression, from type: PythonType) {
        guard case .attribute(let base, let name) = value.kind,
            case .instance(let className) = base.type.unwrapped,
            let info = program.classInfo(className), info.kind == .dataclass,
            value.type.unwrapped == .list(.json), case .list(let element) = type,
            [.string, .integer, .float, .boolean].contains(element),
            let field = info.fields.first(where: { $0.name == name })
        else { return }
        if info.assign(name, type: type, span: field.span, presence: .always) {
            program.changed = true
        }
    }

    /// A field that is called a number and compared with a string holds whatever the file has: the
    /// annotation does not tell the truth.
    func overruleAnnotation(of value: TypedExpression) -> Bool {
        guard case .attribute(let base, let name) = value.kind,
            [.integer, .float].contains(value.type.unwrapped),
            case .instance(let className) = base.type.unwrapped,
            let info = program.classInfo(className), info.kind == .dataclass,
            info.fields.contains(where: { $0.name == name })
        else { return false }
        program.statedFields["\(className).\(name)"] =
            value.type.isOptional ? .optional(.json) : .json
        program.changed = true
        return true
    }

    /// `self.text_config = TextConfig.from_dict(self.text_config)` of a field that holds one already.
    func isDecoded(_ value: TypedExpression, _ targets: [Expression]) -> Bool {
        guard case .attribute(let base, let name) = value.kind, base.kind == .selfObject,
            targets.count == 1, case .attribute(let receiver, name) = targets[0].kind
        else { return false }
        return receiver.simpleName == selfName
    }

    /// `TextConfig.from_dict(args.text_config)`: a configuration is decoded from a JSON value.
    func decodedConfiguration(
        _ callee: Expression, _ arguments: [Argument], span: SourceSpan
    ) -> TypedExpression? {
        guard case .attribute(let type, "from_dict") = callee.kind,
            case .definition(let origin, let name)? = program.resolve(type, in: module),
            let info = program.classInfo("\(origin).\(name)"), info.kind == .dataclass,
            arguments.count == 1, arguments[0].label == .positional
        else { return nil }
        if let method = info.methods["__post_init__"] { reach(method) }
        let value = check(arguments[0].value)
        // A field that may be either is decoded where the file is read.
        if value.type == .instance(info.dottedName) { return value }
        isThrowing = true
        if program.decodedClasses.insert(info.dottedName).inserted { program.changed = true }
        return TypedExpression(
            .call(
                TypedCall(
                    callee: .builtin("from_dict"),
                    arguments: [TypedArgument(parameter: "0", value: value)])),
            .instance(info.dottedName), span: span)
    }
}

/// Configurations that the code takes for dictionaries.
extension FunctionChecker {
    /// `asdict(self.text_config)`, of which entries are read: the configuration itself has them.
    func configurationEntries(_ callee: Expression, _ arguments: [Argument]) -> TypedExpression? {
        guard let symbol = program.resolve(callee, in: module),
            symbol == .external("dataclasses.asdict"), arguments.count == 1,
            arguments[0].label == .positional
        else { return nil }
        let value = check(arguments[0].value)
        guard case .instance(let name) = value.type, program.classInfo(name)?.kind == .dataclass
        else { return nil }
        return value
    }

    /// `part["eos_token_id"]`: a part is a dictionary until it is decoded, which it is where the file is read.
    func entry(_ key: Expression, of part: TypedExpression, span: SourceSpan) -> TypedExpression? {
        guard case .constant(.string(let field)) = key.kind,
            case .instance(let name) = part.type, let info = program.classInfo(name),
            info.kind == .dataclass, info.fields.contains(where: { $0.name == field })
        else { return nil }
        return attribute(field, of: part, span: span)
    }
}

/// The names of a configuration's fields.
extension FunctionChecker {
    /// `key in Part.__dataclass_fields__`
    func fieldMembership(_ key: Expression, _ parts: [ComparisonPart], span: SourceSpan)
        -> TypedExpression?
    {
        guard parts.count == 1, [.in, .notIn].contains(parts[0].comparison),
            case .attribute(let type, "__dataclass_fields__") = parts[0].operand.kind,
            let info = dataclass(type)
        else { return nil }
        let tested = TypedExpression(
            .call(
                TypedCall(
                    callee: .builtin("is_field"),
                    arguments: [
                        TypedArgument(parameter: "0", value: check(key)),
                        TypedArgument(
                            parameter: "1",
                            value: TypedExpression(
                                .classValue(info.dottedName), .instance(info.dottedName),
                                span: type.span)),
                    ])), .boolean, span: span)
        return parts[0].comparison == .in
            ? tested : TypedExpression(.unary(.not, tested), .boolean, span: span)
    }

    private func dataclass(_ expression: Expression) -> ClassInfo? {
        if expression.simpleName == "cls", function.definition.name == "from_dict" { return owner }
        guard case .definition(let origin, let name)? = program.resolve(expression, in: module),
            let info = program.classInfo("\(origin).\(name)"), info.kind == .dataclass
        else { return nil }
        return info
    }
}
