import PythonSyntax

/// What the modules of a family, and those of other families that it takes classes from, say about the
/// fields of a configuration.
struct FamilyText {
    /// The modules by dotted name, the family's own first.
    let modules: [ParsedModule]
    /// All texts that the source compares something with, or looks up.
    let comparedTexts: Set<String>

    init(entry: String, sources: PackageSources) throws {
        modules = try Self.modules(of: entry, sources: sources)
        comparedTexts = Set(modules.flatMap { $0.body.flatMap(\.comparedTexts) })
    }

    /// The modules that an entry reaches, itself first.
    static func modules(of entry: String, sources: PackageSources) throws -> [ParsedModule] {
        var seen: [String] = []
        var pending = [entry]
        var found: [ParsedModule] = []
        while let name = pending.popLast() {
            guard !seen.contains(name), sources.contains(module: name) else { continue }
            seen.append(name)
            let parsed = try sources.parsed(module: name)
            guard name == entry || parsed.isFamilyModule(of: sources.packageName) else { continue }
            found.append(parsed)
            for imported in sources.imports(of: parsed).reversed() {
                pending.append(imported.module)
                pending.append("\(imported.module).\(imported.name)")
            }
        }
        return found
    }

    /// What the functions that make embeddings of all inputs take or look up by name.
    var inputNames: Set<String> { Self.inputNames(of: modules) }

    /// What the functions of modules that make embeddings of all inputs take or look up by name.
    static func inputNames(of modules: [ParsedModule]) -> Set<String> {
        var names: Set<String> = []
        for statement in modules.flatMap({ $0.body.flatMap(\.withInner) }) {
            guard case .function(let function) = statement.kind,
                function.name == "get_input_embeddings"
            else { continue }
            names.formUnion(function.parameters.all.map(\.name))
            function.body.forEachExpression { expression in
                if let key = expression.lookedUpKey { names.insert(key.name) }
                if case .call(let callee, let arguments) = expression.kind,
                    case .attribute(_, "pop") = callee.kind,
                    case .constant(.string(let name))? = arguments.first?.value.kind
                {
                    names.insert(name)
                }
            }
        }
        return names
    }

    /// The whole numbers that modules give a name at their top, `IMAGE_TOKEN_INDEX = -200`.
    var wholeConstants: [String: Int] {
        var found: [String: Int] = [:]
        for statement in modules.flatMap(\.body) {
            guard case .assign(let targets, let value) = statement.kind,
                let number = value.wholeNumber
            else { continue }
            for case .name(let name) in targets.map(\.kind) { found[name] = number }
        }
        return found
    }

    /// The texts that a field of that name is compared with.
    func texts(comparedWith field: String) -> [String] {
        var texts: [String] = []
        for module in modules {
            module.body.forEachExpression { expression in
                guard case .comparison(let first, let parts) = expression.kind,
                    ([first] + parts.map(\.operand)).contains(where: { $0.mentions(field) })
                else { return }
                for text in parts.flatMap({ [first, $0.operand] }).flatMap(\.texts)
                where !texts.contains(text) { texts.append(text) }
            }
        }
        return texts
    }

    /// The keys that are looked up in a field that is a dictionary, directly or through a local name.
    func keys(lookedUpIn field: String) -> [String] {
        var aliases: Set<String> = [field]
        var keys: [String] = []
        for module in modules {
            for statement in module.body.flatMap(\.withInner) {
                if case .assign(let targets, let value) = statement.kind, value.mentions(field),
                    case .name(let alias) = targets[0].kind
                {
                    aliases.insert(alias)
                }
            }
            module.body.forEachExpression { expression in
                guard let key = expression.lookedUpKey,
                    aliases.contains(where: { key.base.mentions($0) }), !keys.contains(key.name)
                else { return }
                keys.append(key.name)
            }
        }
        return keys
    }

    /// The configuration classes that are made of a field, `TextArgs.from_dict(args.text_config)`, each
    /// with the module that makes it and, for `other.ModelArgs.from_dict(…)`, the name of another one.
    func classes(madeOf field: String) -> [(name: String, qualifier: String?, module: ParsedModule)]
    {
        var found: [(name: String, qualifier: String?, module: ParsedModule)] = []
        for module in modules {
            module.body.forEachExpression { expression in
                guard case .call(let function, let arguments) = expression.kind,
                    arguments.contains(where: { $0.value.mentions(field) })
                else { return }
                switch function.kind {
                case .attribute(let base, "from_dict"):
                    switch base.kind {
                    case .name(let name): found.append((name, nil, module))
                    case .attribute(let owner, let name):
                        if case .name(let qualifier) = owner.kind {
                            found.append((name, qualifier, module))
                        }
                    default: break
                    }
                case .name(let name) where arguments.contains { $0.label == .doubleStarred }:
                    found.append((name, nil, module))
                default: break
                }
            }
        }
        return found
    }

    /// The attribute names and texts in the function that a line of a file is part of, and in the
    /// initialiser of its class.
    func names(aroundLine line: Int, ofFile file: String) -> Set<String> {
        guard let module = modules.first(where: { $0.path.hasSuffix("/models/" + file) }) else {
            return []
        }
        var names: Set<String> = []
        func collect(_ statements: [Statement]) {
            statements.forEachExpression { expression in
                switch expression.kind {
                case .attribute(_, let name), .constant(.string(let name)), .name(let name):
                    names.insert(name)
                default: break
                }
            }
        }
        for statement in module.body where statement.span.contains(line: line) {
            guard case .class(let definition) = statement.kind else {
                collect([statement])
                continue
            }
            for member in definition.body {
                if case .function(let function) = member.kind,
                    function.name == "__init__" || member.span.contains(line: line)
                {
                    collect([member])
                }
            }
        }
        return names
    }
}

extension SourceSpan {
    fileprivate func contains(line: Int) -> Bool { self.line <= line && line <= endLine }
}

extension ParsedModule {
    /// Whether this is a family's module, not one that families share.
    fileprivate func isFamilyModule(of package: String) -> Bool {
        let parts = name.split(separator: ".")
        guard parts.count >= 3, parts[0] == package, parts[1] == "models" else { return false }
        return parts.count > 3 || path.hasSuffix("__init__.py")
            || body.contains {
                if case .class(let definition) = $0.kind {
                    definition.name == "Model"
                } else {
                    false
                }
            }
    }
}

extension [Statement] {
    /// Calls `body` with every expression inside, at any depth.
    fileprivate func forEachExpression(_ body: (Expression) -> Void) {
        func visit(_ expression: Expression) {
            body(expression)
            for child in expression.children { visit(child) }
        }
        for statement in flatMap(\.withInner) {
            for expression in statement.expressions { visit(expression) }
        }
    }
}

extension Statement {
    fileprivate var withInner: [Statement] { [self] + statements.flatMap(\.withInner) }

    fileprivate var comparedTexts: [String] {
        var texts: [String] = []
        [self].forEachExpression { expression in
            switch expression.kind {
            case .comparison(let first, let parts):
                texts += ([first] + parts.map(\.operand)).flatMap(\.texts)
            case .dictionary(let items):
                texts += items.compactMap(\.key).flatMap(\.texts)
            case .conditional(_, let then, let otherwise):
                texts += then.texts + otherwise.texts
            case .call(let function, let arguments):
                if case .attribute(_, "index") = function.kind {
                    texts += arguments.flatMap(\.value.texts)
                }
            default: break
            }
        }
        return texts
    }
}

extension Expression {
    /// The text that this is, or the texts of a tuple, list or set.
    fileprivate var texts: [String] {
        switch kind {
        case .constant(.string(let text)): [text]
        case .tuple(let elements), .list(let elements), .set(let elements):
            elements.flatMap(\.texts)
        default: []
        }
    }

    /// The whole number that this is, perhaps with a minus in front.
    fileprivate var wholeNumber: Int? {
        switch kind {
        case .constant(.integer(let number)): number
        case .unary(.minus, let operand): operand.wholeNumber.map { -$0 }
        default: nil
        }
    }

    /// Whether the name stands somewhere inside, as a name, an attribute or a key.
    fileprivate func mentions(_ name: String) -> Bool {
        switch kind {
        case .name(name), .attribute(_, name), .constant(.string(name)): true
        default: children.contains { $0.mentions(name) }
        }
    }

    /// `base["key"]`, `base.get("key")`, `base.get("key", default)`.
    fileprivate var lookedUpKey: (base: Expression, name: String)? {
        switch kind {
        case .subscript(let base, let index):
            if case .constant(.string(let key)) = index.kind { return (base, key) }
        case .call(let function, let arguments):
            if case .attribute(let base, "get") = function.kind, let first = arguments.first,
                case .constant(.string(let key)) = first.value.kind
            {
                return (base, key)
            }
        default: break
        }
        return nil
    }
}
