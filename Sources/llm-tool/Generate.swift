import ArgumentParser
import Foundation
import MLX
import ModelRuntime
import ModelSessions
import ModelTokenizers

/// `llm-tool [generate]`: text in, text out, streamed.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates text from a prompt.",
        discussion: "What is left out takes the checkpoint's value, or else the package's.")

    @OptionGroup(title: "Model") var model: ModelOptions
    @OptionGroup(title: "Prompt") var input: PromptOptions
    @OptionGroup(title: "Template") var template: TemplateOptions
    @OptionGroup(title: "Sampling") var sampling: SamplingOptions
    @OptionGroup(title: "Penalties") var penalties: PenaltyOptions
    @OptionGroup(title: "Cache") var cache: CacheFlags
    @OptionGroup(title: "Prompt cache") var promptCache: PromptCacheOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() throws {
        _ = try sampling.options(penalties: penalties, cache: cache)
        if output.listConfig { return try listConfiguration() }
        var user = UserInput([], tools: try template.schemas())
        user.templateContext = try template.context()
        (user.images, user.audio, user.videos) = try input.media()
        user.imageFrame = input.resizing.frame
        user.usesChatTemplate = !input.ignoreChatTemplate
        try ModelOptions.factory.processor(
            for: CheckpointDirectory(model.folder), package: model.package?.package
        ).validate(user)
        if let ids = try input.tokens() { return try generateTokens(after: ids) }
        let message = try input.message()
        let loaded = try model.load()
        let tokenizer = try HuggingFaceTokenizer(loaded.directory)
        user.messages = input.messages(message, package: loaded.type.package)
        let prompt = try prepare(user, loaded, tokenizer)
        if output.debug { describe(loaded, prompt.tokens) }
        var options = try sampling.options(
            penalties: penalties, cache: cache, loaded: loaded, tokenizer: tokenizer)
        options.stopTokens.formUnion(prompt.stopTokens)
        let generator = try TextGenerator(
            loaded, tokenizer: tokenizer, prompt: prompt.tokens, extra: prompt.inputs,
            options: options, cache: promptCache.caches(for: loaded, options: options.cache))
        try answer(generator, try parser(user, prompt.tokens, loaded, tokenizer))
    }

    /// The prompt; with a cache only what follows the cached one.
    private func prepare(
        _ user: UserInput, _ loaded: LoadedModel, _ tokenizer: any Tokenizer
    ) throws -> PreparedInput {
        guard input.prefillResponse != nil || promptCache.file != nil else {
            return try ModelOptions.factory.processor(for: loaded)
                .prepare(user, tokenizer: tokenizer)
        }
        guard user.images.isEmpty, user.audio.isEmpty, user.videos.isEmpty else {
            throw ModelRuntimeError.unsupported(
                "--prompt-cache-file and --prefill-response take no --image, --audio and --video")
        }
        return PreparedInput(
            tokens: try PromptFormat(package: loaded.type.package, modelType: loaded.type.name)
                .tokens(
                    user.messages, tokenizer: tokenizer, usesChatTemplate: user.usesChatTemplate,
                    continuesLast: input.prefillResponse != nil, isSuffix: promptCache.file != nil,
                    tools: user.tools, context: user.templateContext))
    }

    /// What tells the parts of an answer apart, where somebody asks for it: the packages' programs print
    /// all of it.
    private func parser(
        _ user: UserInput, _ prompt: [Int], _ loaded: LoadedModel, _ tokenizer: any Tokenizer
    ) throws -> ResponseParser? {
        guard template.hidesReasoning || !user.tools.isEmpty else { return nil }
        let format = try ResponseFormat(loaded.directory, tokenizer: tokenizer)
        return ResponseParser(
            format, tools: user.tools,
            startsWithReasoning: try format.startsWithReasoning(prompt, tokenizer: tokenizer))
    }

    private func answer(_ generator: TextGenerator, _ parser: ResponseParser?) throws {
        var (generator, parser) = (generator, parser)
        var calls: [ToolCall] = []
        var (text, reasoning) = ("", "")
        func show(_ events: [GenerationEvent]) {
            for event in events {
                switch event {
                case .text(let piece):
                    text += piece
                    if !output.json { Program.emit(piece) }
                case .reasoning(let piece):
                    reasoning += piece
                    if !output.json, !template.hidesReasoning { Program.emit(piece) }
                case .toolCall(let call):
                    calls.append(call)
                    if !output.json { Program.emit(call.json.text() + "\n") }
                case .finished: break
                }
            }
        }
        while let event = try generator.next() {
            switch event {
            case .text(let piece): show(parser?.append(piece) ?? [event])
            case .finished(let result):
                show(parser?.finish() ?? [])
                var json = result.json
                if parser != nil {
                    json["text"] = .string(text)
                    json["tool_calls"] = .array(calls.map(\.json))
                    if !template.hidesReasoning { json["reasoning"] = .string(reasoning) }
                }
                finish(result, json)
            case .reasoning, .toolCall: break
            }
        }
    }

    private func finish(_ result: GenerationResult, _ json: OrderedJSON) {
        Program.emit(output.json ? json.text() + "\n" : "\n")
        if output.memoryStatistics {
            for (name, bytes) in [
                ("Active", Memory.activeMemory), ("Cached", Memory.cacheMemory),
            ] {
                Program.log("\(name) memory: \(String(format: "%.3f", Double(bytes) / 1e9)) GB")
            }
        }
        guard !output.quiet else { return }
        result.statistics.lines.forEach(Program.log)
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

extension GenerationResult {
    /// The result as programs read it.
    var json: OrderedJSON {
        [
            "text": .string(text),
            "tokens": .array(tokens.map { .int($0) }),
            "finish_reason": .string(finishReason.rawValue),
            "prompt_tokens": .int(statistics.promptTokens),
            "prompt_tps": .double(statistics.promptTokensPerSecond),
            "generation_tokens": .int(statistics.generationTokens),
            "generation_tps": .double(statistics.generationTokensPerSecond),
            "peak_memory": .double(Double(statistics.peakMemory) / 1e9),
        ]
    }
}
