/// The text of a definition file.
extension FamilyScaffold {
    /// The definition in the format of `Generator/Families`.
    ///
    /// - Parameters:
    ///   - kind: which configuration is the recorded one.
    ///   - overrides: what the source states wrongly.
    public func definitionText(
        _ kind: ConfigurationKind = .first, overrides: [FamilyDefinition.Override] = []
    ) -> String {
        var lines = decisions.map { "# \($0)" }
        lines += [
            "family: \(family)",
            "package: \(package.rawValue)",
            "modules: [\(modules.joined(separator: ", "))]",
            "model_types: [\(modelTypes.joined(separator: ", "))]",
        ]
        if let configuration = configurations[kind] {
            lines += ["reference:", "  config:"]
            lines += configuration.fields.map { "    \($0.name): \($0.value.yamlText)" }
            if let layout = configuration.outcome.layout, layout != "mlx" {
                lines.append("  layout: \(layout)")
            }
            let shown = configuration.outcome.shown
            let batches = (shown?.batches ?? [1, 2]).map(String.init).joined(separator: ", ")
            lines += ["  prompt_length: \(shown?.promptLength ?? 13)", "  decode_steps: 4"]
            if !configuration.inputs.isEmpty { lines.append("  inputs:") }
            lines += configuration.inputs.sorted { $0.key < $1.key }.map {
                "    \($0.key): \($0.value.yamlText)"
            }
            if let marks = shown?.marks, !marks.isEmpty {
                lines.append("  marks:")
                lines += marks.map {
                    "    - { token: \($0.token), at: \($0.at), count: \($0.count) }"
                }
            }
            lines += [
                "  batches: [\(batches)]",
                "  dtypes: [float32]", "  seed: \(configuration.seed)",
            ]
        }
        lines.append(overrides.isEmpty ? "overrides: []" : "overrides:")
        lines += overrides.flatMap {
            [
                "  - field: \(ConfigurationValue.string($0.field).yamlText)",
                "    type: \(ConfigurationValue.string($0.type).yamlText)",
                "    reason: \(ConfigurationValue.string($0.reason).yamlText)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What a person has to look at, one sentence each.
    public var decisions: [String] {
        var lines = ["\(family) of \(package.rawValue) \(version): written by `mlx-port new`."]
        if !features.isEmpty {
            lines.append("Its flags: \(features.map(\.flag).joined(separator: ", ")).")
        }
        guard let first = configurations[.first] else { return lines }
        if !first.outcome.runs {
            lines.append("The configuration does not run in Python: \(first.outcome.explanation)")
        }
        if !first.adaptations.isEmpty {
            lines.append(
                "The Python refused the usual values of: \(first.adaptations.joined(separator: ", "))."
            )
        }
        if !first.guesses.isEmpty {
            lines.append(
                "Guessed from their types, to be decided: \(first.guesses.joined(separator: ", "))."
            )
        }
        lines.append("To be decided: whether bfloat16 is compared as well.")
        return lines
    }
}
