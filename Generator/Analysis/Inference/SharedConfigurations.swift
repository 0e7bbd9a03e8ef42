import Operations
import PythonSyntax

/// Configurations of several families that are passed to code which these families share: it reads what
/// all of them have, through a protocol.
extension Program {
    /// One of several configurations, none of which extends the other.
    func configurations(_ left: PythonType, _ right: PythonType) -> PythonType? {
        guard let first = configurationClasses(left), let second = configurationClasses(right)
        else { return nil }
        let either = PythonType.either(anyOf: first + second)
        return left.isOptional || right.isOptional ? either.madeOptional : either
    }

    /// What is asked of layers and configurations of one of several classes, without what was only asked
    /// until more classes were known.
    func settledRequirements(of functions: some Sequence<TypedFunction>)
        -> [[String]: LayerRequirements]
    {
        var used: Set<[String]> = []
        func note(_ type: PythonType) {
            if case .list(let element) = type.unwrapped { return note(element) }
            if let names = configurationClasses(type), names.count > 1 { used.insert(names) }
        }
        for function in reachedFunctions {
            for type in function.parameterTypes.values { note(type) }
            note(function.resultType)
            let owner = function.owner.flatMap { classInfo($0) }
            for attribute in owner.map({ Array($0.attributes.values) }) ?? [] {
                note(attribute.type)
            }
        }
        // A test leaves some of the configurations that a function takes.
        for statement in functions.flatMap(\.body) {
            _ = statement.contains {
                if case .downcast(_, let type, _) = $0.kind { note(type) }
                return false
            }
        }
        let layers = requirements.filter { !isConfiguration(.either($0.key)) }
        return used.reduce(into: layers) { $0[$1] = requirements[$1] ?? LayerRequirements() }
    }

    func isConfiguration(_ type: PythonType) -> Bool { configurationClasses(type) != nil }

    private func configurationClasses(_ type: PythonType) -> [String]? {
        let names: [String]
        switch type.unwrapped {
        case .instance(let name): names = [name]
        case .either(let several): names = several
        default: return nil
        }
        return names.allSatisfy { classInfo($0)?.kind == .dataclass } ? names : nil
    }

    /// The type of an entry that several configurations have, where it is the same but that some may
    /// have `None`: then it may be in all of them.
    func commonField(_ name: String, of types: [String: PythonType]) -> PythonType? {
        guard types.keys.allSatisfy({ isConfiguration(.instance($0)) }),
            types.values.allSatisfy({ $0 != .none }),
            let type = types.values.first?.unwrapped,
            types.values.allSatisfy({ $0.unwrapped == type })
        else { return nil }
        for className in types.keys { makeOptional(name, of: className) }
        return .optional(type)
    }

    fileprivate func makeOptional(_ field: String, of className: String) {
        if optionalFields.insert("\(className).\(field)").inserted { changed = true }
    }
}

extension Program {
    /// Whether a configuration has an entry of a name, or a layer such an attribute.
    func has(_ name: String, className: String) -> Bool {
        guard let info = classInfo(className) else { return false }
        return info.fields.contains { $0.name == name } || info.methods[name] != nil
            || info.kind == .module && info.attributes[name] != nil
    }

    /// Whether a branch of `__init__` decides if a layer has an attribute.
    func lacksSometimes(_ name: String, className: String) -> Bool {
        guard let info = classInfo(className), info.kind == .module else { return false }
        return info.attributes[name].map { $0.presence != .always } ?? false
    }
}

extension FunctionChecker {
    /// `getattr(config, "name", default)` of one of several configurations: those that lack the entry have
    /// the default.
    func commonEntry(
        _ name: String, of value: TypedExpression, among names: [String],
        default fallback: TypedExpression?, span: SourceSpan
    ) -> TypedExpression? {
        let having = names.filter { program.has(name, className: $0) }
        guard having.count < names.count, let fallback else {
            return attribute(name, of: value, span: span)
        }
        guard !having.isEmpty else { return fallback }
        guard program.isConfiguration(value.type) else {
            return ownAttribute(name, of: value, having: having, default: fallback, span: span)
        }
        guard case .constant = fallback.kind else { return nil }
        let types = having.compactMap { className -> PythonType? in
            let one = TypedExpression(value.kind, .instance(className), span: span)
            return attribute(name, of: one, span: span)?.type
        }
        let type = types.reduce(PythonType?.some(fallback.type)) { known, next in
            known.flatMap { $0.joined(with: next) }
        }
        guard let type, types.allSatisfy({ $0.unwrapped == type.unwrapped }) else { return nil }
        if type.isOptional {
            for className in having { program.makeOptional(name, of: className) }
        }
        guard requireEntry(name, type, of: names, absent: fallback) else { return nil }
        return TypedExpression(.attribute(of: value, name: name), type, span: span)
    }

    /// A test `getattr(config, "name", 0)` of an entry that only some of the configurations have, as
    /// `hasattr(config, "name") and config.name`: where it holds, the value is one of these.
    func entryTest(_ test: Expression) -> Expression {
        guard case .call(let callee, let arguments) = test.kind, callee.simpleName == "getattr",
            arguments.count == 3, case .constant(.string(let name)) = arguments[1].value.kind,
            case .constant(let absent) = arguments[2].value.kind, absent.isFalse,
            arguments[0].value.isNameOrAttributePath,
            case .either(let names) = check(arguments[0].value, quietly: true).type,
            names.contains(where: { !program.has(name, className: $0) })
        else { return test }
        let span = test.span
        let tested = Expression(
            .call(
                function: Expression(.name("hasattr"), span: span),
                arguments: Array(arguments.prefix(2))),
            span: span)
        let entry = Expression(.attribute(of: arguments[0].value, name: name), span: span)
        return Expression(.boolean(.and, [tested, entry]), span: span)
    }

    /// Notes that configurations are asked for an entry; `false` if others have another default.
    private func requireEntry(
        _ name: String, _ type: PythonType, of names: [String], absent: TypedExpression
    ) -> Bool {
        var requirements = program.requirements[names] ?? LayerRequirements()
        if let other = requirements.defaults[name], other.kind != absent.kind { return false }
        requirements.attributes[name] = type
        requirements.defaults[name] = requirements.defaults[name] ?? absent
        if program.requirements[names] != requirements {
            program.requirements[names] = requirements
            program.changed = true
        }
        return true
    }
}

extension Constant {
    /// Whether Python takes the literal for false.
    fileprivate var isFalse: Bool {
        [.none, .boolean(false), .integer(0), .float(0), .string("")].contains(self)
    }
}
