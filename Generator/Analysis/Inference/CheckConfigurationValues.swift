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
        if let method = info.methods["from_dict"], !method.isPlainDecoding {
            report(
                "'\(callee.pythonText)'", at: callee.span,
                "a configuration with a 'from_dict' of its own cannot be a part of another one yet")
        }
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

extension FunctionInfo {
    /// Whether it is the packages' own `from_dict`, which takes what the class has fields for.
    fileprivate var isPlainDecoding: Bool {
        definingClass?.split(separator: ".").dropLast().last == "base"
    }
}
