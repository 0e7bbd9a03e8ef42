import ArgumentParser
import Foundation
import ModelRuntime
import ModelTokenizers

/// `llm-tool [generate]`: text in, text out, streamed.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates text from a prompt.",
        discussion: "What is left out takes the checkpoint's value, or else the package's.")

    @OptionGroup(title: "Model") var model: ModelOptions
    @OptionGroup(title: "Prompt") var input: PromptOptions
    @OptionGroup(title: "Sampling") var sampling: SamplingOptions
    @OptionGroup(title: "Penalties") var penalties: PenaltyOptions
    @OptionGroup(title: "Cache") var cache: CacheFlags
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        _ = try sampling.options(penalties: penalties, cache: cache)
        if output.listConfig { return try listConfiguration() }
        try input.requireTextOnly()
        if let ids = try input.tokens() { return try generateTokens(after: ids) }
        let message = try input.message()
        let loaded = try model.load()
        let package = loaded.configuration.package
        let tokenizer = try HuggingFaceTokenizer(loaded.directory)
        let prompt = try PromptFormat(package: package, modelType: loaded.type.name).tokens(
            input.messages(message, package: package), tokenizer: tokenizer,
            usesChatTemplate: !input.ignoreChatTemplate)
        if output.debug { describe(loaded, prompt) }
        let options = try sampling.options(
            penalties: penalties, cache: cache, loaded: loaded, tokenizer: tokenizer)
        var generator = try TextGenerator(
            loaded, tokenizer: tokenizer, prompt: prompt, options: options)
        while let event = try generator.next() {
            switch event {
            case .text(let text): if !output.json { Program.emit(text) }
            case .reasoning, .toolCall: break
            case .finished(let result): finish(result)
            }
        }
    }

    private func finish(_ result: GenerationResult) {
        Program.emit(output.json ? json(result).text() + "\n" : "\n")
        guard !output.quiet else { return }
        result.statistics.lines.forEach(Program.log)
    }

    private func json(_ result: GenerationResult) -> OrderedJSON {
        let statistics = result.statistics
        return [
            "text": .string(result.text),
            "tokens": .array(result.tokens.map { .int($0) }),
            "finish_reason": .string(result.finishReason.rawValue),
            "prompt_tokens": .int(statistics.promptTokens),
            "prompt_tps": .double(statistics.promptTokensPerSecond),
            "generation_tokens": .int(statistics.generationTokens),
            "generation_tps": .double(statistics.generationTokensPerSecond),
            "peak_memory": .double(Double(statistics.peakMemory) / 1e9),
        ]
    }

    private func listConfiguration() throws {
        let directory = try CheckpointDirectory(model.folder)
        let (configuration, _) = try ModelOptions.factory.resolve(
            directory, package: model.package?.package)
        Program.emit(configuration.json.text(indented: true) + "\n")
    }

    private func describe(_ loaded: LoadedModel, _ prompt: [Int]) {
        let defaults = loaded.defaults
        Program.log("Model: \(loaded.type.name) (\(loaded.type.package.rawValue))")
        Program.log(
            "Defaults: temperature \(defaults.temperature), top-p \(defaults.topP), top-k "
                + "\(defaults.topK), end tokens \(defaults.eosTokenIds)")
        Program.log("Prompt ids: \(prompt)")
    }
}
