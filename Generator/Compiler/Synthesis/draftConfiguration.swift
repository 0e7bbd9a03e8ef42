import PythonSyntax

/// Drafts a tiny configuration from a configuration class: the table's values where it knows a field,
/// defaults where there is one, and otherwise what type and source suggest.
struct ConfigurationDrafting {
    let priors: FieldPriors
    let text: FamilyText
    let reader: ConfigurationReader
    let kind: ConfigurationKind

    func draft(
        of configuration: ConfigurationClass, modelTypes: [String], depth: Int = 0,
        isOfMedia: Bool = false
    ) -> ConfigurationDraft {
        ConfigurationDraft(
            modelTypes: modelTypes,
            choices: configuration.fields.compactMap { field in
                field.name == "model_type"
                    ? nil
                    : choice(
                        for: field, in: configuration, modelType: modelTypes[0], depth: depth,
                        isOfMedia: isOfMedia)
            })
    }

    private func choice(
        for field: ConfigurationField, in configuration: ConfigurationClass, modelType: String,
        depth: Int, isOfMedia: Bool
    ) -> ConfigurationDraft.Choice? {
        func choice(_ options: [ConfigurationDraft.Option], isKnown: Bool = true)
            -> ConfigurationDraft.Choice
        {
            var unique: [ConfigurationDraft.Option] = []
            for option in options where !unique.contains(option) {
                if option != .omitted || !field.isRequired { unique.append(option) }
            }
            return ConfigurationDraft.Choice(
                field: field.name, isRequired: field.isRequired, options: unique, isKnown: isKnown)
        }
        if depth < 3, let nested = nestedClass(of: field, in: configuration) {
            let isOfMedia = isOfMedia || FieldPriors.isOfMedia(field.name)
            let types = modelTypes(of: nested, modelType: modelType, isOfMedia: isOfMedia)
            let part = draft(
                of: nested, modelTypes: types, depth: depth + 1, isOfMedia: isOfMedia)
            let isMade = depth == 0 && configuration.madeEntries.contains(field.name)
            if isOfMedia || depth > 0, !isMade { return choice([.nested(part)]) }
            return choice(
                isMade ? [.spread(part), .nested(part)] : [.nested(part), .spread(part)])
        }
        if let values = priors.values(of: field.name, kind, isOfMedia: isOfMedia) {
            var options = values.flatMap { self.options(for: $0, field: field) }
            if field.isDictionary { options += lookedUp(field.name, with: options) }
            let usable = options.contains { $0 != .omitted } || !field.isRequired
            if usable { return choice(options + (field.isRequired ? [] : [.omitted])) }
        }
        guard field.isRequired else { return nil }
        return choice(guesses(for: field), isKnown: false)
    }

    // MARK: From the table

    private func options(for prior: PriorValue, field: ConfigurationField)
        -> [ConfigurationDraft.Option]
    {
        switch prior {
        case .omitted: return [.omitted]
        case .value(let value):
            if field.isList, !value.isList { return [.cycle([value])] }
            return field.accepts(value) ? [.value(value)] : []
        case .cycle(let elements):
            return field.typeNames.isSubset(of: ["int", "float", "bool", "Optional", "None"])
                && !field.typeNames.isEmpty ? [] : [.cycle(elements)]
        case .kinds(let texts):
            let known = texts.filter(text.comparedTexts.contains)
            return known.isEmpty ? [] : [.cycle(known.map(ConfigurationValue.string))]
        case .text(let texts):
            return texts.filter(text.comparedTexts.contains).map { .value(.string($0)) }
        }
    }

    // MARK: Nested configurations

    private func nestedClass(of field: ConfigurationField, in configuration: ConfigurationClass)
        -> ConfigurationClass?
    {
        for name in field.typeNames.sorted() {
            if let found = reader.configurationClass(name, in: configuration.module),
                !found.fields.isEmpty
            {
                return found
            }
        }
        guard field.isDictionary || field.typeNames.isEmpty else { return nil }
        for (name, qualifier, module) in text.classes(madeOf: field.name) {
            let home =
                qualifier.map { qualifier in
                    reader.sources.imports(of: module).first { $0.localName == qualifier }
                        .map { "\($0.module).\($0.name)" } ?? qualifier
                } ?? module.name
            if let found = reader.configurationClass(name, in: home), !found.fields.isEmpty,
                found != configuration
            {
                return found
            }
        }
        return nil
    }

    /// What a nested configuration may call itself: its default or the family's name, and what the source
    /// compares with.
    private func modelTypes(
        of nested: ConfigurationClass, modelType: String, isOfMedia: Bool
    ) -> [String] {
        let own = ownModelType(of: nested)
        let compared = text.texts(comparedWith: "model_type")
        let likely = compared.filter {
            FieldPriors.isOfMedia($0) == isOfMedia && $0 != modelType
        }
        let types =
            [own].compactMap { $0 } + (isOfMedia && own == nil ? likely : [])
            + [nested.familyName ?? modelType] + likely + compared
        return types.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func ownModelType(of configuration: ConfigurationClass) -> String? {
        guard let field = configuration.fields.first(where: { $0.name == "model_type" }),
            case .constant(.string(let type))? = field.defaultValue?.kind
        else { return nil }
        return type
    }

    // MARK: From type and use

    private func guesses(for field: ConfigurationField) -> [ConfigurationDraft.Option] {
        let types = field.typeNames
        let texts = text.texts(comparedWith: field.name).map { ConfigurationValue.string($0) }
        if field.isDictionary { return [.value(dictionary(of: field.name))] }
        if field.isList {
            let elements: [ConfigurationValue] =
                if types.contains("str") {
                    texts.isEmpty ? [.string("full_attention")] : texts
                } else if types.contains("bool") {
                    [.boolean(true), .boolean(false)]
                } else if types.contains("float") {
                    [.number(1)]
                } else {
                    [.integer(1)]
                }
            return [.cycle(elements), .value(.list([]))]
        }
        if types.contains("bool") { return [.value(.boolean(true)), .value(.boolean(false))] }
        if types.contains("int") {
            return [2, 4, 16, 1, 0].map { .value(.integer($0)) }
        }
        if types.contains("float") { return [.value(.number(1)), .value(.number(0.5))] }
        if types.contains("str") {
            return (texts.isEmpty ? [.string("default")] : texts).map { .value($0) }
        }
        return [.value(.integer(2)), .value(.number(1)), .value(.null)]
    }

    /// A dictionary of the keys that the source looks up, alone and added to the table's first one.
    private func lookedUp(_ field: String, with options: [ConfigurationDraft.Option])
        -> [ConfigurationDraft.Option]
    {
        guard case .object(let found) = dictionary(of: field), !found.isEmpty else { return [] }
        let known = options.lazy.compactMap { option in
            if case .value(.object(let known)) = option { known } else { nil }
        }.first
        let merged = known.map { $0.merging(found) { known, _ in known } }
        return [found, merged].compactMap { $0 }.map { .value(.object($0)) }
    }

    /// The keys that the source looks up, each with the table's value.
    private func dictionary(of field: String) -> ConfigurationValue {
        var object: [String: ConfigurationValue] = [:]
        for key in text.keys(lookedUpIn: field) {
            for prior in priors.values(of: key, kind) ?? [] {
                if case .value(let value) = prior {
                    object[key] = value
                    break
                }
            }
        }
        return .object(object)
    }
}

extension ConfigurationClass {
    /// The family whose module defines the class: the last part of `mlx_lm.models.llama`.
    fileprivate var familyName: String? {
        let parts = module.split(separator: ".")
        return parts.count == 3 ? String(parts[2]) : nil
    }
}

extension ConfigurationField {
    /// Whether the annotation allows the value; a field without one takes everything.
    fileprivate func accepts(_ value: ConfigurationValue) -> Bool {
        let simple: Set = ["int", "float", "bool", "str"]
        let types = typeNames.subtracting(["Optional", "Union", "None"])
        guard !types.isEmpty, types.isSubset(of: simple) else { return true }
        switch value {
        case .boolean: return types.contains("bool")
        case .integer: return types.contains("int") || types.contains("float")
        case .number: return types.contains("float") || types.contains("int")
        case .string: return types.contains("str")
        case .null: return true
        case .list, .object: return false
        }
    }
}

extension ConfigurationValue {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }
}
