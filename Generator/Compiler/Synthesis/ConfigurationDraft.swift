import PythonSyntax

/// A configuration that is being searched: for each field the values that may be tried, and the one
/// that is chosen.
struct ConfigurationDraft: Hashable, Sendable {
    struct Choice: Hashable, Sendable {
        let field: String
        let isRequired: Bool
        /// Best first.
        let options: [Option]
        var index = 0
        /// Whether the table knew the field; otherwise its value is a guess from its type.
        let isKnown: Bool
    }

    enum Option: Hashable, Sendable {
        case omitted
        case value(ConfigurationValue)
        /// Repeated to the number of layers.
        case cycle([ConfigurationValue])
        case nested(ConfigurationDraft)
        /// The fields of a part that stand in the whole.
        case spread(ConfigurationDraft)

        /// The draft of a part.
        var draft: ConfigurationDraft? {
            switch self {
            case .nested(let draft), .spread(let draft): draft
            default: nil
            }
        }

        /// The same with another draft of the part.
        fileprivate func with(_ part: ConfigurationDraft) -> Option {
            switch self {
            case .nested: .nested(part)
            case .spread: .spread(part)
            default: self
            }
        }
    }

    /// What the configuration may call itself, best first.
    let modelTypes: [String]
    var modelTypeIndex = 0
    var choices: [Choice]

    /// The configuration, its fields in the order of the class.
    func configuration(layers outer: Int? = nil) -> [(name: String, value: ConfigurationValue)] {
        let layers = self.layers ?? outer ?? 4
        var entries = [
            (name: "model_type", value: ConfigurationValue.string(modelTypes[modelTypeIndex]))
        ]
        for choice in choices {
            switch choice.options[choice.index] {
            case .omitted: continue
            case .value(let value): entries.append((choice.field, value))
            case .cycle(let elements):
                entries.append(
                    (choice.field, .list((0..<layers).map { elements[$0 % elements.count] })))
            case .nested(let draft):
                entries.append((choice.field, .object(draft.object(layers: layers))))
            case .spread(let draft):
                let known = Set(choices.map(\.field) + ["model_type"])
                entries += draft.configuration(layers: layers).filter { !known.contains($0.name) }
            }
        }
        return entries
    }

    func object(layers: Int? = nil) -> [String: ConfigurationValue] {
        Dictionary(
            configuration(layers: layers).map { ($0.name, $0.value) },
            uniquingKeysWith: { _, last in last })
    }

    /// The number of layers that a field says.
    private var layers: Int? {
        choices.lazy.filter { Self.layerCounts.contains($0.field) }.compactMap { choice in
            if case .value(.integer(let count)) = choice.options[choice.index] {
                count
            } else {
                nil
            }
        }.first
    }

    private static let layerCounts: Set = [
        "num_hidden_layers", "n_layer", "n_layers", "num_layers", "num_transformer_layers",
    ]

    /// The drafts that differ from this one in the value of one field.
    ///
    /// - Parameter isMeant: whether a field's value may be at fault.
    func neighbours(where isMeant: (String) -> Bool) -> [ConfigurationDraft] {
        let renamed = modelTypes.indices.filter { $0 != modelTypeIndex && isMeant("model_type") }
            .map { index in
                var draft = self
                draft.modelTypeIndex = index
                return draft
            }
        return renamed
            + choices.indices.flatMap { position -> [ConfigurationDraft] in
                let choice = choices[position]
                if let inner = choice.options[choice.index].draft {
                    let changed = inner.neighbours(where: isMeant).map { replacement in
                        self.with(replacement, at: position, index: choice.index)
                    }
                    guard choice.options.count > 1, isMeant(choice.field) else { return changed }
                    return [with(inner, at: position, index: 1 - choice.index)] + changed
                }
                guard isMeant(choice.field) else { return [] }
                return choice.options.indices.filter { $0 != choice.index }.map { index in
                    var draft = self
                    draft.choices[position].index = index
                    return draft
                }
            }
    }

    /// The draft with another one for a part.
    func with(_ part: ConfigurationDraft, at position: Int, index: Int)
        -> ConfigurationDraft
    {
        let choice = choices[position]
        var draft = self
        draft.choices[position] = Choice(
            field: choice.field, isRequired: choice.isRequired,
            options: choice.options.map { $0.with(part) }, index: index, isKnown: choice.isKnown)
        return draft
    }

    /// The fields whose values were taken from no table, with those of nested configurations.
    var guesses: [String] {
        choices.flatMap { choice -> [String] in
            switch choice.options[choice.index] {
            case .nested(let draft), .spread(let draft):
                draft.guesses.map { "\(choice.field).\($0)" }
            case .omitted: []
            default: choice.isKnown ? [] : [choice.field]
            }
        }
    }

    /// The fields whose first value the Python refused, with what they are now.
    var adaptations: [String] {
        choices.flatMap { choice -> [String] in
            switch choice.options[choice.index] {
            case .nested(let draft), .spread(let draft):
                draft.adaptations.map { "\(choice.field).\($0)" }
            default: choice.index == 0 ? [] : [choice.field]
            }
        }
    }
}
