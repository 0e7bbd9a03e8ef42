import PythonSyntax

/// A configuration class of the Python: its fields in order, those of its bases included.
struct ConfigurationClass: Hashable, Sendable {
    let name: String
    /// The module that defines it.
    let module: String
    let fields: [ConfigurationField]
    /// The fields whose entries `from_dict` makes of others, whatever a file has there.
    var madeEntries: Set<String> = []
}

/// A field of a configuration class.
struct ConfigurationField: Hashable, Sendable {
    let name: String
    let annotation: Expression?
    let defaultValue: Expression?
    let span: SourceSpan

    var isRequired: Bool { defaultValue == nil }

    /// The names in the annotation: `Optional`, `int`.
    var typeNames: Set<String> { annotation.map { Set($0.dottedNames) } ?? [] }

    /// Whether the field only takes lists.
    var isList: Bool {
        !typeNames.isDisjoint(with: ["list", "List", "tuple", "Tuple"])
            && typeNames.isDisjoint(with: ["Union", "dict", "Dict"])
    }

    var isDictionary: Bool { !typeNames.isDisjoint(with: ["dict", "Dict"]) }
}

extension Expression {
    /// All names inside, those of attributes included.
    fileprivate var dottedNames: [String] {
        switch kind {
        case .name(let name): [name]
        case .attribute(_, let name): [name]
        case .constant(.string(let name)): [name]
        default: children.flatMap(\.dottedNames)
        }
    }
}

/// Finds configuration classes in a package, by following imports and bases.
struct ConfigurationReader {
    let sources: PackageSources

    /// The class of that name as a module knows it; `nil` if the package does not define it.
    func configurationClass(_ name: String, in module: String) -> ConfigurationClass? {
        guard let (definition, home) = find(name, in: module, depth: 0) else { return nil }
        return ConfigurationClass(
            name: name, module: home, fields: fields(of: definition, in: home),
            madeEntries: definition.madeEntries)
    }

    private func find(_ name: String, in module: String, depth: Int) -> (ClassDefinition, String)? {
        guard depth < 8, sources.contains(module: module),
            let parsed = try? sources.parsed(module: module)
        else { return nil }
        for statement in parsed.body {
            if case .class(let definition) = statement.kind, definition.name == name {
                return (definition, module)
            }
            if case .assign(let targets, let value) = statement.kind,
                targets == [Expression(.name(name))], case .name(let other) = value.kind
            {
                return find(other, in: module, depth: depth + 1)
            }
        }
        for imported in sources.imports(of: parsed) where imported.localName == name {
            if let found = find(imported.name, in: imported.module, depth: depth + 1) {
                return found
            }
        }
        return nil
    }

    /// The class that a base names, `ModelArgs` or `llama.ModelArgs`.
    private func find(_ base: Expression, in module: String) -> (ClassDefinition, String)? {
        switch base.kind {
        case .name(let name): return find(name, in: module, depth: 0)
        case .attribute(let owner, let name):
            guard case .name(let qualifier) = owner.kind,
                let parsed = try? sources.parsed(module: module),
                let origin = sources.imports(of: parsed).first(where: { $0.localName == qualifier })
            else { return nil }
            return find(name, in: "\(origin.module).\(origin.name)", depth: 0)
        default: return nil
        }
    }

    private func fields(of definition: ClassDefinition, in module: String) -> [ConfigurationField] {
        var fields: [ConfigurationField] = []
        func add(_ field: ConfigurationField) {
            if let index = fields.firstIndex(where: { $0.name == field.name }) {
                fields[index] = field
            } else {
                fields.append(field)
            }
        }
        for base in definition.bases {
            guard let (parent, home) = find(base, in: module) else { continue }
            for field in self.fields(of: parent, in: home) { add(field) }
        }
        for statement in definition.body {
            switch statement.kind {
            case .annotatedAssign(let target, let annotation, let value):
                guard case .name(let name) = target.kind else { continue }
                add(
                    ConfigurationField(
                        name: name, annotation: annotation, defaultValue: value,
                        span: statement.span))
            case .function(let function) where function.name == "__init__":
                for parameter in function.parameters.all.dropFirst()
                where parameter.kind == .positionalOrKeyword || parameter.kind == .keywordOnly {
                    add(
                        ConfigurationField(
                            name: parameter.name, annotation: parameter.annotation,
                            defaultValue: parameter.defaultValue, span: parameter.span))
                }
            default: continue
            }
        }
        return fields
    }
}

extension ClassDefinition {
    /// `text_config` of `params["text_config"] = dict(params)` in `from_dict`.
    fileprivate var madeEntries: Set<String> {
        var made: Set<String> = []
        for case .function(let method) in body.map(\.kind) where method.name == "from_dict" {
            for case .assign(let targets, let value) in method.body.map(\.kind) {
                for case .subscript(let base, let key) in targets.map(\.kind) {
                    guard case .name = base.kind, case .constant(.string(let entry)) = key.kind,
                        !value.holds(key)
                    else { continue }
                    made.insert(entry)
                }
            }
        }
        return made
    }
}

extension Expression {
    /// Whether another expression stands somewhere in this one.
    fileprivate func holds(_ other: Expression) -> Bool {
        self == other || children.contains { $0.holds(other) }
    }
}

/// A name that a module imports from another one of the same package.
struct ImportedName {
    let localName: String
    let module: String
    let name: String
}

extension PackageSources {
    /// The names that a module takes from others, at any depth of its statements.
    func imports(of parsed: ParsedModule) -> [ImportedName] {
        func visit(_ statements: [Statement]) -> [ImportedName] {
            statements.flatMap { statement -> [ImportedName] in
                guard case .importFrom(let module, let names, let level) = statement.kind else {
                    return visit(statement.statements)
                }
                let origin = absoluteName(of: module, level: level, in: parsed.name)
                return names.map {
                    ImportedName(localName: $0.localName, module: origin, name: $0.name)
                }
            }
        }
        return visit(parsed.body)
    }

    private func absoluteName(of module: String?, level: Int, in importer: String) -> String {
        guard level > 0 else { return module ?? "" }
        var parts = importer.split(separator: ".").map(String.init)
        let own = isPackage(module: importer) ? level - 1 : level
        parts.removeLast(min(parts.count, own))
        return (parts + [module].compactMap { $0 }).joined(separator: ".")
    }
}
