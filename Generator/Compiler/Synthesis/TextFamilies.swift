import PythonSyntax

extension PythonPackage {
    /// The families that take token ids alone and give logits: their configuration is that of one
    /// language model, without a part for images or sound.
    ///
    /// - Throws: `PythonSourceError` for a file that is no Python.
    public func textFamilies() throws -> [String] {
        let names = try families()
        guard name == "mlx_vlm" else { return names }
        let sources = PackageSources(self)
        let reader = ConfigurationReader(sources: sources)
        return names.filter { family in
            let entry = "\(name).models.\(family)"
            guard let configuration = reader.configurationClass("ModelConfig", in: entry) else {
                return false
            }
            let fields = Set(configuration.fields.map(\.name))
            return !fields.isDisjoint(with: ["vocab_size", "num_vocab"])
                && !fields.contains(where: Self.isOfOtherInput)
                && !languageModules(of: family, sources: sources).isEmpty
        }
    }

    /// The families that are shown pictures beside texts, and have a language model that answers.
    ///
    /// - Throws: `PythonSourceError` for a file that is no Python.
    public func seeingFamilies() throws -> [String] {
        guard name == "mlx_vlm" else { return [] }
        let sources = PackageSources(self)
        let reader = ConfigurationReader(sources: sources)
        return try families().filter { family in
            let entry = "\(name).models.\(family)"
            guard let configuration = reader.configurationClass("ModelConfig", in: entry),
                configuration.fields.map(\.name).contains(where: Self.isOfOtherInput)
            else { return false }
            let modules = languageModules(of: family, sources: sources)
            return FamilyText.inputNames(of: modules).contains("pixel_values")
        }
    }

    static func isOfOtherInput(_ field: String) -> Bool {
        let parts = [
            "vision_", "audio_config", "text_config", "image_token", "video_token",
            "image_size",
            "encoder_", "label", "pooling", "decision",
        ]
        return parts.contains(where: field.contains)
    }

    /// The family's modules where its `Model` holds a language model and makes embeddings of token ids.
    private func languageModules(of family: String, sources: PackageSources) -> [ParsedModule] {
        let entry = "\(name).models.\(family)"
        let modules = (try? FamilyText.modules(of: entry, sources: sources)) ?? []
        let answers = modules.contains { module in
            module.source.contains("self.language_model")
                && module.source.contains("def get_input_embeddings")
        }
        return answers ? modules : []
    }
}
