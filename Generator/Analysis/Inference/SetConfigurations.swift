import Operations
import PythonSyntax

/// Fields of configurations that `__init__` sets: `if config.f is None: config.f = config.part.g`.
///
/// Swift's configurations are values. Such statements come first, before anything holds a copy, where that makes
/// no difference for what reads the field.
extension FunctionChecker {
    /// Moves such statements to the front of the body, as far as what stands in front of them allows it.
    func moveConfigurationSettings() {
        guard isInitializer, owner?.kind == .module else { return }
        let body = function.definition.body
        let parameters = function.parameters.map(\.name).filter {
            isConfiguration(function.parameterTypes[$0]) && body.assignmentCount(of: $0) == 0
        }
        guard !parameters.isEmpty else { return }
        let changed = function.parameters.map(\.name).filter { body.assignmentCount(of: $0) > 0 }
        let arrangement = ConfigurationSettings(
            body, of: Set(parameters), assigned: body.boundNames.union(changed)
        ) { callee in
            self.program.resolve(callee, in: self.module).flatMap(self.program.libraryName) != nil
        }
        guard !arrangement.settings.isEmpty else { return }
        function.leadingSettings.merge(arrangement.targets) { $0.isBehindCalls ? $0 : $1 }
        guard arrangement.body != body else { return }
        function.replaceBody(arrangement.body)
        program.changed = true
    }

    /// `config.f = value` and `config.part.f = value`
    func setField(
        _ name: String, of object: TypedExpression, _ info: ClassInfo, _ value: TypedExpression,
        span: SourceSpan
    ) -> TypedTarget {
        func refused(_ message: String, hint: String? = nil) -> TypedTarget {
            report("attribute '\(name)'", at: span, type: object.type, message, hint: hint)
            return .local("_", .unknown)
        }
        guard let field = info.fields.first(where: { $0.name == name }) else {
            return refused("is no field of the configuration")
        }
        if isReloaded(object) { return .local("_", value.type) }
        guard let setting = function.leadingSettings[span] else {
            return refused(
                "cannot be assigned to",
                hint: "an '__init__' can set a field of its configuration from other fields, "
                    + "before anything reads it")
        }
        let type = program.fieldType(field, of: info)
        guard value.type == .unknown || type.joined(with: value.type) == type else {
            return refused("holds \(type), and is set to \(value.type)")
        }
        if setting.readsWhatIsSet, !isModel {
            return refused(
                "is set to what depends on its value, which each instance would change again")
        }
        if let reader = earlyReader(of: name, info, setting) {
            return refused(
                "is read by '\(reader)' as well, which may have another copy",
                hint: "configurations are values in Swift")
        }
        return .member(of: object, name: name, type)
    }

    /// Whether a part of the model's configuration, of which `__post_init__` sets a field, is made once more by
    /// mlx-vlm's loader, from the file: what was set is lost.
    private func isReloaded(_ part: TypedExpression) -> Bool {
        guard program.reloadsParts, function.definition.name == "__post_init__", let owner,
            program.entryConfigurations.contains(owner.dottedName),
            case .attribute(let base, let name) = part.kind, base.kind == .selfObject
        else { return false }
        return Program.partsOfFiles.contains(name)
    }

    /// Whether the class is a model itself, of which there is one instance.
    private var isModel: Bool { owner.map { program.entryModels.contains($0.dottedName) } ?? false }

    private func isConfiguration(_ type: PythonType?) -> Bool {
        guard case .instance(let name)? = type else { return false }
        return program.classInfo(name)?.kind == .dataclass
    }

    /// A function beside the class's own that reads a field, and could do so before it is set or in a copy that the
    /// caller has. What the class makes itself is made after that, of the configuration as it is then.
    private func earlyReader(
        of field: String, _ info: ClassInfo, _ setting: ConfigurationSetting
    ) -> String? {
        guard let owner else { return nil }
        let readers = program.fieldReaders[field, default: [:]].filter { className, _ in
            info.ancestry.contains(className)
                || program.classInfo(className)?.ancestry.contains(info.dottedName) == true
        }.flatMap(\.value)
        let parts = isModel ? [] : program.parts(of: owner)
        return Set(readers).sorted().first { reader in
            let className = reader.split(separator: ".").dropLast().joined(separator: ".")
            guard className != owner.dottedName else { return false }
            let isPart =
                isModel ? !program.entryModels.contains(className) : parts.contains(className)
            switch program.classInfo(className)?.kind {
            case .dataclass: return false
            case .module where isPart: return setting.isBehindCalls && reader.hasSuffix(".__init__")
            default: return !isModel || setting.isBehindCalls
            }
        }
    }
}

extension Program {
    /// The classes of modules that only instances of a class hold, and those that only these hold.
    fileprivate func parts(of owner: ClassInfo) -> Set<String> {
        var holders: [String: Set<String>] = [:]
        for name in Set(reachedFunctions.compactMap(\.owner)) {
            for attribute in classInfo(name)?.attributes.values.map(\.type) ?? [] {
                for part in attribute.instances { holders[part, default: []].insert(name) }
            }
        }
        var parts: Set<String> = []
        while true {
            let known = parts.union([owner.dottedName])
            let found = holders.filter { $0.value.isSubset(of: known) }.keys
            guard !parts.isSuperset(of: found) else { return parts }
            parts.formUnion(found)
        }
    }
}

extension PythonType {
    /// The classes of instances that a value holds.
    fileprivate var instances: [String] {
        switch self {
        case .instance(let name): [name]
        case .either(let names): names
        case .optional(let inner), .list(let inner): inner.instances
        case .tuple(let elements): elements.flatMap(\.instances)
        case .dictionary(_, let value): value.instances
        default: []
        }
    }
}

/// How an initialiser sets a field of a configuration before anything holds a copy.
struct ConfigurationSetting: Hashable {
    /// Whether calls stand in front of it in the source.
    let isBehindCalls: Bool
    /// Whether the value depends on a field that is set.
    let readsWhatIsSet: Bool
}

/// The statements of an initialiser with those in front that set fields of configurations.
private struct ConfigurationSettings {
    private(set) var settings: [Statement] = []
    private var behindCalls: Set<Statement> = []
    private var rest: [Statement] = []
    /// The attributes of `self` that hold a configuration which was passed.
    private var aliases: [String: Expression] = [:]
    private let parameters: Set<String>
    /// Whether a call is of a library's function or class, which reads no configuration.
    private let isLibrary: (Expression) -> Bool

    /// - Parameters:
    ///   - parameters: the names of those that are configurations.
    ///   - assigned: the names that the body assigns.
    init(
        _ body: [Statement], of parameters: Set<String>, assigned: Set<String>,
        isLibrary: @escaping (Expression) -> Bool
    ) {
        self.parameters = parameters
        self.isLibrary = isLibrary
        for statement in body { add(statement, assigned: assigned) }
    }

    var body: [Statement] { settings + rest }

    /// Where the fields stand that are set in front.
    var targets: [SourceSpan: ConfigurationSetting] {
        let fields = settings.map { ($0, $0.fieldsSet(of: parameters) ?? []) }
        let places = fields.flatMap { $0.1 }
        return fields.reduce(into: [:]) { targets, setting in
            let kind = ConfigurationSetting(
                isBehindCalls: behindCalls.contains(setting.0),
                readsWhatIsSet: setting.0.reads(places))
            for field in setting.1 { targets[field.span] = kind }
        }
    }

    private mutating func add(_ statement: Statement, assigned: Set<String>) {
        let plain = withoutAliases(statement)
        if let fields = plain.fieldsSet(of: parameters), plain.isPlain(beside: assigned),
            rest.allSatisfy({ $0.allows(fields) })
        {
            settings.append(plain)
            if rest.contains(where: { $0.calls(besides: isLibrary) }) { behindCalls.insert(plain) }
            return
        }
        if case .assign(let targets, let value) = statement.kind, let name = value.simpleName,
            parameters.contains(name)
        {
            for case .attribute(let base, let attribute) in targets.map(\.kind)
            where base.simpleName == "self" {
                aliases[attribute] = value
            }
        }
        rest.append(statement)
    }

    /// `config.f = …` for `self.config.f = …` behind `self.config = config`.
    private func withoutAliases(_ statement: Statement) -> Statement {
        guard !aliases.isEmpty else { return statement }
        func replaced(_ expression: Expression) -> Expression {
            expression.rewritten { part in
                guard case .attribute(let base, let name) = part.kind, base.simpleName == "self"
                else { return nil }
                return aliases[name].map { Expression($0.kind, span: part.span) }
            }
        }
        return statement.rewritten(replaced) { $0.rewritten(replaced) }
    }
}

/// A field that a statement sets, and where.
private struct SetField {
    let name: String
    let place: Expression
    var span: SourceSpan { place.span }
}

extension Statement {
    /// The fields of the configurations that the statement sets, if that is all that it does.
    fileprivate func fieldsSet(of parameters: Set<String>) -> [SetField]? {
        switch kind {
        case .assign(let targets, _):
            guard targets.count == 1, case .attribute(let base, let name) = targets[0].kind,
                base.isNameOrAttributePath, base.rootName.map(parameters.contains) == true
            else { return nil }
            return [SetField(name: name, place: targets[0])]
        case .if(_, let then, let otherwise):
            let inner = (then + otherwise).map { $0.fieldsSet(of: parameters) }
            return inner.contains { $0 == nil } ? nil : inner.flatMap { $0 ?? [] }
        default:
            return nil
        }
    }

    /// Whether a value that the statement sets depends on one of the fields, other than on its absence.
    fileprivate func reads(_ fields: [SetField]) -> Bool {
        switch kind {
        case .assign(_, let value): value.reads(fields)
        case .if(let test, let then, let otherwise):
            test.reads(fields) || (then + otherwise).contains { $0.reads(fields) }
        default: false
        }
    }

    /// Whether what the statement reads are parameters and what is known outside, without effects.
    fileprivate func isPlain(beside assigned: Set<String>) -> Bool {
        expressions.allSatisfy { $0.isPlain(beside: assigned) }
            && statements.allSatisfy { $0.isPlain(beside: assigned) }
    }

    /// Whether fields may be set before the statement as well as behind it.
    fileprivate func allows(_ fields: [SetField]) -> Bool {
        if case .expression(let value) = kind, let (_, arguments) = value.superInitializer {
            return arguments.isEmpty
        }
        let isSetting: Bool =
            if case .assign(let targets, _) = kind {
                targets.contains {
                    if case .attribute(let base, _) = $0.kind {
                        base.simpleName != "self"
                    } else {
                        false
                    }
                }
            } else { false }
        return !isSetting && expressions.allSatisfy { $0.allows(fields) }
            && statements.allSatisfy { $0.allows(fields) }
    }

    /// Whether the statement calls anything that may read a configuration.
    fileprivate func calls(besides isLibrary: (Expression) -> Bool) -> Bool {
        if case .expression(let value) = kind, value.superInitializer != nil { return false }
        return expressions.contains { $0.calls(besides: isLibrary) }
            || statements.contains { $0.calls(besides: isLibrary) }
    }
}

extension Expression {
    fileprivate func reads(_ fields: [SetField]) -> Bool {
        if case .comparison(_, let parts) = kind, parts.count == 1,
            [.is, .isNot].contains(parts[0].comparison),
            parts[0].operand.kind == .constant(.none)
        {
            return false
        }
        return fields.contains { $0.place == self || kind == .constant(.string($0.name)) }
            || children.contains { $0.reads(fields) }
    }

    fileprivate func isPlain(beside assigned: Set<String>) -> Bool {
        switch kind {
        case .name(let name): return name != "self" && !assigned.contains(name)
        case .call(let callee, let arguments):
            let isKnown =
                callee.simpleName.map(Self.plainFunctions.contains)
                ?? (callee.lastComponent == "get")
            return isKnown
                && (callee.simpleName != nil || callee.isPlain(beside: assigned))
                && arguments.allSatisfy { $0.value.isPlain(beside: assigned) }
        case .lambda, .comprehension, .named: return false
        default: return children.allSatisfy { $0.isPlain(beside: assigned) }
        }
    }

    private static let plainFunctions: Set<String> = [
        "abs", "bool", "dict", "float", "getattr", "hasattr", "int", "isinstance", "len", "list",
        "max", "min", "round", "sorted", "str", "sum", "tuple",
    ]

    /// Whether the expression neither mentions one of the fields nor calls a method that may read it.
    fileprivate func allows(_ fields: [SetField]) -> Bool {
        switch kind {
        case .attribute(_, let name), .constant(.string(let name)):
            if fields.contains(where: { $0.name == name }) { return false }
        case .call(let callee, _):
            if case .attribute(let base, _) = callee.kind, base.simpleName == "self" {
                return false
            }
        default: break
        }
        return children.allSatisfy { $0.allows(fields) }
    }

    fileprivate func calls(besides isLibrary: (Expression) -> Bool) -> Bool {
        if case .call(let callee, _) = kind, !isLibrary(callee) { return true }
        return children.contains { $0.calls(besides: isLibrary) }
    }
}
