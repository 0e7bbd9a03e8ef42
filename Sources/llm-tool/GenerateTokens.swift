import MLX
import ModelRuntime

extension Generate {
    /// Token ids in, token ids out.
    ///
    /// - Throws: `ModelRuntimeError` for an id that the model has no embedding for.
    func generateTokens(after prompt: [Int]) throws {
        var options = try sampling.options(penalties: penalties, cache: cache)
        options.stopTokens = try Set(sampling.extraEndTokens.map(endToken))
        guard options.stop.isEmpty else {
            throw ModelRuntimeError.input("--stop looks for text, and --prompt-ids gives none")
        }
        guard template.tools == nil, template.templateConfiguration == nil, !template.hidesReasoning
        else {
            throw ModelRuntimeError.input(
                "--tools, --chat-template-config and --hide-reasoning are for text, and --prompt-ids "
                    + "gives none")
        }
        let loaded = try model.load()
        try requireKnown(prompt, loaded.configuration.json)
        var tokens = try TokenIterator(
            loaded, prompt: prompt, options: options,
            cache: promptCache.caches(for: loaded, options: options.cache))
        var generated: [Int] = []
        while let token = try tokens.next() {
            generated.append(token)
            if !output.json { Program.emit(generated.count == 1 ? "\(token)" : ",\(token)") }
            if options.stopTokens.contains(token) { break }
        }
        let ids = OrderedJSON.array(generated.map { .int($0) })
        let result: OrderedJSON = ["tokens": ids, "prompt_tokens": .int(prompt.count)]
        Program.emit((output.json ? result.text() : "") + "\n")
    }

    /// An id beyond the vocabulary would be looked up beyond the embeddings.
    private func requireKnown(_ prompt: [Int], _ configuration: OrderedJSON) throws {
        let count = configuration["vocab_size"] ?? configuration["text_config"]?["vocab_size"]
        guard let count = count?.int, let unknown = prompt.first(where: { $0 >= count }) else {
            return
        }
        throw ModelRuntimeError.input(
            "--prompt-ids: \(unknown) is no id of the model, which has \(count) tokens")
    }

    private func endToken(_ text: String) throws -> Int {
        guard let id = Int(text) else {
            throw ModelRuntimeError.input("--extra-eos-token: with --prompt-ids it is an id")
        }
        return id
    }
}
